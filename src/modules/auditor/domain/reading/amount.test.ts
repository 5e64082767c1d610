import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { columnStyle, isBlank, readAmount, restyle } from './amount.ts'

test.each([
  ['4.602', 4602],
  ['4602', 4602],
  ['18938', 18938],
  ['09', 9],
  ['00', 0],
  ['1 234 567', 1234567],
  ['1.234.567', 1234567],
  ['1.234,5', 1234.5],
  ['98.27%', 98.27],
  ['90,2%', 90.2],
  ['90,2 %', 90.2],
  ['53,6 phần trăm', 53.6],
  ['-3,5%', -3.5],
  ['0.5502', 0.5502],
])('%s is %d', (text, value) => {
  expect(readAmount(text)?.value).toBe(value)
})

test('a unit, a bound and the sign of a percentage are told apart', () => {
  expect(readAmount('24 loại')).toMatchObject({ value: 24, kind: 'count', unit: 'loại' })
  expect(readAmount('Trên 8,5%.')).toMatchObject({
    value: 8.5,
    decimals: 1,
    kind: 'percent',
    bound: 'over',
    text: '8,5%',
  })
  expect(readAmount('hơn 400')).toMatchObject({ value: 400, kind: 'count', bound: 'over' })
  expect(readAmount('Đạt hơn 8.5%')).toMatchObject({ value: 8.5, kind: 'percent', bound: 'over' })
  expect(readAmount('khoảng 1,2 triệu')).toMatchObject({ value: 1.2, decimals: 1, bound: 'about', unit: 'triệu' })
  expect(readAmount('≥ 90%')).toMatchObject({ value: 90, bound: 'over' })
  expect(readAmount('dưới 5%')).toMatchObject({ value: 5, bound: 'under' })
})

test.each(['', ' ', '-', '—', '…', '...', '–', '_'])('%j says nothing', (text) => {
  expect(isBlank(text)).toBe(true)
  expect(readAmount(text)).toBeNull()
})

test.each([
  'Tổ chức 03 lớp',
  '12/2023',
  '22/3/2023',
  '98.27% (23.391/23.802)',
  '50% sản phẩm; 85% hộ có tài khoản',
  'I',
  'Phường 1',
  '1.',
  '4.60.2',
  'Hiện đang thống kê',
  '(3)',
  'không',
])('%j is not one number alone', (text) => {
  expect(readAmount(text)).toBeNull()
})

test('a scanned letter in a number leaves it hardly sure', () => {
  expect(readAmount('5O')).toMatchObject({ value: 50, sure: 0.2 })
  expect(readAmount('l.2O7')).toMatchObject({ value: 1207, sure: 0.2 })
  expect(readAmount('O')).toBeNull()
  expect(readAmount('lO')).toBeNull()
})

test('a lost zero is offered, not taken', () => {
  const alone = readAmount('421.62')
  expect(alone).toMatchObject({ value: 421.62, decimals: 2, others: [421620, 42162] })
  expect(alone && restyle(alone, 'dots').sure).toBeLessThan(0.5)
})

test('columns of one style, of both, of decimals', () => {
  expect(columnStyle(['4.602', '1.207', '139', '0'])).toBe('dots')
  expect(columnStyle(['812', '8.351', '16569', '5647'])).toBe('mixed')
  expect(columnStyle(['4311', '18938', ''])).toBe('plain')
  expect(columnStyle(['12', '265', '98,27%'])).toBe('none')
  expect(columnStyle(['1,234', '5,678,901'])).toBe('commas')
  expect(columnStyle(['94.79', '88.93', '1.125'])).toBe('none')
})

test('one comma is read by its column', () => {
  const amount = readAmount('1,234')
  expect(amount).toMatchObject({ value: 1.234, others: [1234] })
  expect(amount && restyle(amount, 'commas')).toMatchObject({ value: 1234, others: [1.234] })
})

test('every whole number is read back as it was printed, with marks and without', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), (value) => {
      expect(readAmount(formatNumber(value))?.value).toBe(value)
      expect(readAmount(String(value))?.value).toBe(value)
      expect(readAmount(`${formatNumber(value)} hồ sơ`)).toMatchObject({ value, unit: 'hồ sơ' })
    }),
  )
})

test('a percentage keeps the digits it was written with', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.integer({ min: 0, max: 99 }), fc.constantFrom('.', ','), (whole, part, mark) => {
      const text = `${whole}${mark}${String(part).padStart(2, '0')}%`
      expect(readAmount(text)).toMatchObject({ kind: 'percent', decimals: 2, text })
      expect(readAmount(text)?.value).toBeCloseTo(whole + part / 100, 10)
    }),
  )
})

test('no text makes it throw or read a number without a digit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const amount = readAmount(text)
      expect(amount === null || /\d/.test(text)).toBe(true)
    }),
  )
})
