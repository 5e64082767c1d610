import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { fractionOverOne } from './fraction-over-one.ts'

const find = (text: string) => findingsOf(fractionOverOne, documentOf(text))

test.each([
  'Kết quả, 168/542 tiểu thương tham gia',
  'thực hiện 600/500 hộ theo kế hoạch',
  'đạt 1.200/1.000 hồ sơ, vượt chỉ tiêu',
  'huyết áp 120/80',
  '98.27% (23.802/23.391)',
  '17/17 phường, xã',
  'vận động 1.120/1.000 người, so với dự toán',
])('%s is left alone', (text) => {
  expect(find(text)).toEqual([])
})

test('a part larger than its whole', () => {
  expect(find('Kết quả, 542/168 tiểu thương tham gia')).toMatchObject([{ severity: 'likely' }])
  expect(find('101,76% (23.802/23.391)')).toMatchObject([{ severity: 'look' }])
})

test('no true part is accused, and each impossible one is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 101, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (whole, more) => {
      expect(find(`Có ${formatNumber(Math.min(whole, more + 31))}/${formatNumber(whole)} hộ tham gia`)).toEqual([])
      expect(find(`Có ${formatNumber(whole + more)}/${formatNumber(whole)} hộ tham gia`)).toHaveLength(1)
    }),
  )
})
