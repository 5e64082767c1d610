import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { patternOf, printed } from './number-format.ts'
import { addressOf, cellAt } from './sheet.ts'
import { shiftFormula } from './shift-formula.ts'

describe('a number as Excel prints it on a Vietnamese computer', () => {
  test.each([
    ['General', 4602, '4602'],
    ['General', 98.27, '98,27'],
    ['General', 0.1 + 0.2, '0,3'],
    ['0', 2.5, '3'],
    ['00', 9, '09'],
    ['#,##0', 1234567, '1.234.567'],
    ['#,##0.00', 1234.5, '1.234,50'],
    ['0%', 1, '100%'],
    ['0.00%', 0.98273, '98,27%'],
    ['0.0%', 0.98275, '98,3%'],
    ['#,##0;(#,##0)', -5, '(5)'],
    ['#,##0;-#,##0;"-"', 0, '-'],
    ['0" loại"', 24, '24 loại'],
    ['[$-409]#,##0', 1234, '1.234'],
    ['#,##0\\ [$₫-42A]', 1_500_000, '1.500.000 ₫'],
    ['_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', 23802, '23.802'],
    ['@', 12, '12'],
    ['xxx[[', 12, '12'],
  ])('%s prints %d as %s', (pattern, value, text) => {
    expect(printed(value, pattern)).toEqual({ text, isDate: false })
  })

  test.each([
    ['dd/mm/yyyy', 45204, '05/10/2023'],
    ['d/m/yyyy', 45204, '5/10/2023'],
    ['dd/mm/yyyy hh:mm', 45204.5, '05/10/2023 12:00'],
    ['[$-42A]dd mmmm yyyy', 45204, '05 Tháng 10 2023'],
  ])('%s prints day %d as %s', (pattern, value, text) => {
    expect(printed(value, pattern)).toEqual({ text, isDate: true })
  })

  test('whole numbers in groups read back as themselves', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        expect(Number(printed(value, '#,##0').text.replaceAll('.', ''))).toBe(value)
      }),
    )
  })
})

test.each([
  [0, 'General'],
  [10, '0.00%'],
  [14, 'dd/mm/yyyy'],
  [30, 'dd/mm/yyyy'],
  [164, '0" loại"'],
  [165, 'General'],
])('format %i is %s', (id, pattern) => {
  expect(patternOf(id, new Map([[164, '0" loại"']]))).toBe(pattern)
})

test('an address leads back to its cell', () => {
  fc.assert(
    fc.property(fc.nat(16_383), fc.nat(1_048_575), (column, row) => {
      expect(cellAt(addressOf({ row, column }))).toEqual({ row, column })
    }),
  )
  expect([addressOf({ row: 6, column: 1 }), addressOf({ row: 0, column: 26 })]).toEqual(['B7', 'AA1'])
  expect(['', 'B', '7', 'B7:C8', 'ABCDE1'].map(cellAt)).toEqual([null, null, null, null, null])
})

test.each([
  ['A1+B2', 'B3+C4'],
  ['$A1+A$1+$A$1', '$A3+B$1+$A$1'],
  ['SUM(A1:B2)/LOG10(C3)', 'SUM(B3:C4)/LOG10(D5)'],
  ['\'Biểu A1\'!A1&"A1"', '\'Biểu A1\'!B3&"A1"'],
  ['Tổng_A1+A1', 'Tổng_A1+B3'],
])('%s two rows down and one column right is %s', (formula, shifted) => {
  expect(shiftFormula(formula, 2, 1)).toBe(shifted)
})

test('an address that moves off the sheet is none', () => {
  expect(shiftFormula('A1', -1, 0)).toBe('#REF!')
})
