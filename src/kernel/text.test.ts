import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareVi, fold, matches, placeName, samePlaceName, searchFor } from './text.ts'

const WORDS =
  'phường xã thắng tam hòa hoà hoàn thủy thuỷ huỳnh quý quang đông đá mỹ mĩ kỳ lý y tế tây thuế oanh loè'.split(' ')
const anyVietnamese = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 5 })), { maxLength: 5 })
  .map((words) => words.join(' '))

test('folds marks, case, đ and single y', () => {
  expect(fold('Phường Thắng Tam')).toBe('phuong thang tam')
  expect(fold('ĐÔNG Đa')).toBe('dong da')
  expect(fold('Mỹ Đình')).toBe(fold('mĩ đình'))
  expect(fold('Kỳ, Quy')).toBe('ki, qui')
  expect(fold('Thuỳ tay')).toBe('thuy tay')
  expect(fold('Phường'.normalize('NFD'))).toBe('phuong')
})

test('folding is done once, and does not care how the letters were composed', () => {
  fc.assert(
    fc.property(anyVietnamese, (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      expect(fold(text.toUpperCase())).toBe(fold(text.toUpperCase().toLowerCase()))
    }),
  )
})

test.each([
  ['Hoà Hội', 'Hòa Hội'],
  ['Thanh Hoá', 'Thanh Hóa'],
  ['Thuỷ Nguyên', 'Thủy Nguyên'],
  ['Mỹ Xuân', 'Mĩ Xuân'],
  ['P. Thắng Tam', 'Phường Thắng Tam'],
  ['P.1', 'Phường 01'],
  ['TP Vũng Tàu', 'Thành phố Vũng Tàu'],
  ['TP.Vũng Tàu', 'thành phố  vũng tàu '],
  ['Hùynh Thúc', 'Huỳnh Thúc'],
  ['Qúy Sơn', 'Quý Sơn'],
  ['Bà Rịa - Vũng Tàu', 'Bà Rịa–Vũng Tàu'],
  ['Khoẻ', 'Khỏe'],
  ['Phường'.normalize('NFD'), 'Phường'],
])('%s and %s are one place', (a, b) => {
  expect(samePlaceName(a, b)).toBe(true)
})

test.each([
  ['Hòa Bình', 'Hoa Bình'],
  ['Phường 1', 'Phường 10'],
  ['Phường 1', 'Xã 1'],
  ['Thúy', 'Thùy'],
  ['Tây', 'Tai'],
  ['Tân Thành', 'Tấn Thành'],
  ['Đại', 'Dại'],
])('%s and %s are two places', (a, b) => {
  expect(samePlaceName(a, b)).toBe(false)
})

test('the key of a place name is its own key', () => {
  fc.assert(
    fc.property(anyVietnamese, (text) => {
      expect(placeName(placeName(text))).toBe(placeName(text))
    }),
  )
})

test('sorts by the Vietnamese alphabet and codes naturally', () => {
  expect(['e', 'đ', 'ă', 'd', 'â', 'a'].toSorted(compareVi)).toEqual(['a', 'ă', 'â', 'd', 'đ', 'e'])
  expect(['4.10', '4.2', '4.22.11', '4.22.2', '4'].toSorted(compareVi)).toEqual([
    '4',
    '4.2',
    '4.10',
    '4.22.2',
    '4.22.11',
  ])
  expect(['Phường 10', 'Phường 2', 'Phường 1'].toSorted(compareVi)).toEqual(['Phường 1', 'Phường 2', 'Phường 10'])
})

test('the order is total: it agrees with itself both ways and ties only for the same text', () => {
  fc.assert(
    fc.property(anyVietnamese, anyVietnamese, (a, b) => {
      expect(Math.sign(compareVi(a, b))).toBe(-Math.sign(compareVi(b, a)) + 0)
      if (compareVi(a, b) === 0) expect(a.normalize('NFC')).toBe(b.normalize('NFC'))
    }),
  )
})

test('finds without marks and puts exact marks first', () => {
  expect(matches('hoa', 'Hoa Bình')).toBeLessThan(matches('hoa', 'Hòa Bình') ?? Infinity)
  expect(matches('hòa', 'Hoà Hội')).toBe(1)
  expect(matches('tam', 'Phường Thắng Tam')).toBe(2)
  expect(matches('THANG TAM', 'Phường Thắng Tam')).toBe(7)
  expect(matches('tam thang', 'Phường Thắng Tam')).toBe(9)
  expect(matches('hòa', 'Hoa Bình')).toBe(6)
  expect(matches('my', 'Phường Mĩ Hưng')).toBe(7)
  expect(matches('xyz', 'Phường Thắng Tam')).toBeNull()
})

test('every text answers itself best, with or without its marks', () => {
  fc.assert(
    fc.property(anyVietnamese, (text) => {
      expect(matches(text, text)).toBe(0)
      expect(matches(fold(text), text)).not.toBeNull()
    }),
  )
})

test('searching many texts, again and again, says what matching one by one says', () => {
  fc.assert(
    fc.property(anyVietnamese, fc.array(anyVietnamese), (query, texts) => {
      const rankOf = searchFor(query)
      for (const text of [...texts, ...texts]) expect(rankOf(text)).toBe(matches(query, text))
    }),
  )
})
