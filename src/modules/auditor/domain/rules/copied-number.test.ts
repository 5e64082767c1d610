import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { copiedNumber } from './copied-number.ts'

const DOSSIERS = [
  [
    'TT',
    'Đơn vị',
    'Số hồ sơ xử lý trực tuyến một phần',
    'Số hồ sơ xử lý trực tuyến toàn trình',
    'Số hồ sơ xử lý trực tiếp',
  ],
  ['1', 'UBND TP.VT', '19.404', '4.887', '1.653'],
  ['2', 'UBND Phường, xã', '66.886', '378', '111'],
]
const payments = (...cells: readonly [string, string, string, string, string, string]) => [
  ['TT', 'Đơn vị', 'Tổng số giao dịch thanh toán', 'Số giao dịch thành công', 'Tổng số hồ sơ có phát sinh phí'],
  ['1', 'UBND TPVT', ...cells.slice(0, 3)],
  ['2', 'UBND phường, xã', ...cells.slice(3)],
]

test('payments copied from dossiers: a figure, a sum, and then the column of the other row', () => {
  const found = findingsOf(
    copiedNumber,
    documentOf('A', DOSSIERS, 'B', payments('23.802', '23.391', '4887', '67.375', '66.886', '378')),
  )
  expect(found).toHaveLength(2)
  expect(found.map(({ severity }) => severity)).toEqual(['likely', 'likely'])
  expect(found.flatMap(({ quotes }) => quotes)).toEqual(expect.arrayContaining(['4887', '67.375', '66.886', '378']))
})

test('one coincidence is no copy', () => {
  expect(
    findingsOf(
      copiedNumber,
      documentOf('A', DOSSIERS, 'B', payments('23.802', '23.391', '4.000', '70.000', '66.886', '500')),
    ),
  ).toEqual([])
})

test('a table that repeats dossiers as dossiers is right', () => {
  const summary = [
    ['TT', 'Đơn vị', 'Hồ sơ trực tuyến một phần', 'Hồ sơ trực tuyến toàn trình'],
    ['1', 'UBND TPVT', '19.404', '4.887'],
    ['2', 'UBND phường, xã', '66.886', '378'],
  ]
  expect(findingsOf(copiedNumber, documentOf('A', DOSSIERS, 'B', summary))).toEqual([])
})

test('figures of their own are left alone', () => {
  const large = fc.integer({ min: 1000, max: 99_999 })
  fc.assert(
    fc.property(fc.uniqueArray(large, { minLength: 6, maxLength: 6 }), (values) => {
      const said = new Set(DOSSIERS.flat().map((text) => Number(text.replaceAll('.', ''))))
      fc.pre(values.every((value) => !said.has(value) && value !== 67_375 && value !== 25_944))
      const [a, b, c, d, e, f] = values.map(String)
      expect(
        findingsOf(
          copiedNumber,
          documentOf('A', DOSSIERS, 'B', payments(a ?? '', b ?? '', c ?? '', d ?? '', e ?? '', f ?? '')),
        ),
      ).toEqual([])
    }),
    { numRuns: 40 },
  )
})
