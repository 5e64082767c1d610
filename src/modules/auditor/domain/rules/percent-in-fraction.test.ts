import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { percentInFraction } from './percent-in-fraction.ts'

test('a percentage over a count is proved, in text and in cells', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1000, max: 999_999 }), (share, all) => {
      const text = `Đạt ${share}% người dân (${share}%/${all})`
      expect(findingsOf(percentInFraction, documentOf(text))).toMatchObject([{ severity: 'proved' }])
      expect(
        findingsOf(
          percentInFraction,
          documentOf([
            ['TT', 'Nội dung', 'Kết quả'],
            ['1', 'A', text],
          ]),
        ),
      ).toHaveLength(1)
    }),
  )
})

test.each([
  '98.27% (23.391/23.802)',
  'tăng 5%/năm',
  'lãi suất 6,5%/12 tháng',
  'đạt 65%/100%',
  'đạt 45/50% chỉ tiêu',
  '50% sản phẩm; 85% hộ',
  '22/3/2023',
  '12%/quý',
])('%s is right', (text) => {
  expect(findingsOf(percentInFraction, documentOf(text))).toEqual([])
})
