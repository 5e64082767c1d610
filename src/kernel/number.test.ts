import fc from 'fast-check'
import { expect, test } from 'vitest'
import cases from './number.cases.json' with { type: 'json' }
import { formatNumber, formatPercent, parseNumber, roundHalfUp } from './number.ts'

test.each(cases.read)('reads $text as $value', ({ text, value, style, ambiguous }) => {
  expect(parseNumber(text)).toEqual({ value, style, ambiguous: ambiguous ?? false })
})

test.each(cases.refused)('refuses $text: $error', ({ text, error }) => {
  expect(parseNumber(text)).toEqual({ error })
})

/** Every decimal of at most 15 digits: the numbers people can type. */
const anyNumber = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), fc.integer({ min: 0, max: 15 }))
  .map(([units, scale]) => Number(`${units}e-${scale}`))
  .map((value) => (Object.is(value, -0) ? 0 : value))

test('what is shown is read back as the same number, and is never refused', () => {
  fc.assert(
    fc.property(anyNumber, (value) => {
      expect(parseNumber(formatNumber(value))).toMatchObject({ value })
    }),
    { numRuns: 2000 },
  )
})

test('any text gives a finite number or a reason, and never throws', () => {
  const pieces = fc.array(
    fc.constantFrom('0', '1', '12', '123', '.', ',', ' ', '\u00a0', '-', '+', '=', 'e', '%', 'a', 'ệ'),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        pieces.map((all) => all.join('')),
      ),
      (text) => {
        const read = parseNumber(text)
        if ('value' in read) expect(Number.isFinite(read.value)).toBe(true)
        else expect(read.error).toMatch(/^[a-z-]+$/)
      },
    ),
    { numRuns: 2000 },
  )
})

test('shows numbers the Vietnamese way', () => {
  expect(formatNumber(1234567.89)).toBe('1.234.567,89')
  expect(formatNumber(-1234)).toBe('-1.234')
  expect(formatNumber(1.5, 2)).toBe('1,50')
  expect(formatNumber(-0.4, 0)).toBe('0')
  expect(formatNumber(1e21)).toBe('1.000.000.000.000.000.000.000')
  expect(formatNumber(1e-7)).toBe('0,0000001')
  expect(formatNumber('12345678901234567890.5')).toBe('12.345.678.901.234.567.890,5')
  expect(formatNumber(null)).toBe('—')
  expect(formatNumber(Number.NaN)).toBe('—')
})

test('shows percentages as reports print them', () => {
  expect(formatPercent(23391, 23802)).toBe('98,27%')
  expect(formatPercent(304, 304)).toBe('100%')
  expect(formatPercent(81930, 89035)).toBe('92,02%')
  expect(formatPercent(1, 8, 1)).toBe('12,5%')
  expect(formatPercent(1, 800, 2)).toBe('0,13%')
  expect(formatPercent(-1, 800, 2)).toBe('-0,13%')
  expect(formatPercent(5, 0)).toBe('—')
  expect(formatPercent(null, 5)).toBe('—')
  expect(formatPercent(5, null)).toBe('—')
})

test('rounds halves away from zero on the digits, not on the binary fraction', () => {
  expect(roundHalfUp(1.005, 2)).toBe(1.01)
  expect(roundHalfUp(2.5)).toBe(3)
  expect(roundHalfUp(-2.5)).toBe(-3)
  expect(roundHalfUp(0.285, 2)).toBe(0.29)
})

test('a rounded percentage is at most half a unit of its last place from the true one', () => {
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 12n),
      fc.bigInt(1n, 10n ** 12n),
      fc.integer({ min: 0, max: 6 }),
      (n, d, decimals) => {
        const shown = formatPercent(String(n), String(d), decimals).replace('%', '').replaceAll('.', '')
        const [whole = '0', fraction = ''] = shown.split(',')
        const units = BigInt(whole + fraction.padEnd(decimals, '0'))
        const error = 2n * (units * d - n * 100n * 10n ** BigInt(decimals))
        expect(error > -d && error <= d).toBe(true)
      },
    ),
  )
})
