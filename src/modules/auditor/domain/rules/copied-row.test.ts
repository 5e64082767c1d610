import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { copiedRow } from './copied-row.ts'

const HEADER = ['TT', 'Đơn vị', 'Hồ sơ tiếp nhận', 'Hồ sơ đúng hạn', 'Văn bản đi', 'Hồ sơ trễ hạn']
const row = (order: string, name: string, ...values: readonly string[]) => [order, name, ...values]
const A = ['1.582', '1.571', '4.465', '11']
const B = ['1.878', '1.877', '5.086', '1']

test('a ward with the figures of another', () => {
  const found = findingsOf(
    copiedRow,
    documentOf([HEADER, row('1', 'Phường 1', ...A), row('2', 'Phường 2', ...B), row('3', 'Phường 3', ...A)]),
  )
  expect(found).toMatchObject([{ severity: 'likely', worked: { vi: '1.582; 1.571; 4.465; 11' } }])
  expect(found[0]?.spots[0]).toMatchObject({ row: 3 })
})

test('rows of their own are left alone', () => {
  const values = fc.array(fc.integer({ min: 100, max: 9999 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(fc.uniqueArray(values, { minLength: 3, maxLength: 8, selector: (list) => list.join() }), (rows) => {
      const grid = rows.map((list, at) => row(String(at + 1), `Phường ${at + 1}`, ...list.map(String)))
      expect(findingsOf(copiedRow, documentOf([HEADER, ...grid]))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('a parent with one part, a total of one row, a common norm and small or round figures are right', () => {
  expect(
    findingsOf(
      copiedRow,
      documentOf([
        HEADER,
        row('I', 'Khối huyện', ...A),
        row('1', 'UBND huyện', ...A),
        row('II', 'Khối xã', ...B),
        row('', 'Tổng cộng', ...A),
      ]),
    ),
  ).toEqual([])
  const norm = ['Phường 1', 'Phường 2', 'Phường 3'].map((name, at) => row(String(at + 1), name, ...A))
  expect(findingsOf(copiedRow, documentOf([HEADER, ...norm]))).toEqual([])
  const small = [
    row('1', 'Phường 1', '12', '12', '35', '0'),
    row('2', 'Phường 2', '12', '12', '35', '0'),
    row('3', 'Phường 3', '200', '200', '500', '0'),
    row('4', 'Phường 4', '200', '200', '500', '0'),
  ]
  expect(findingsOf(copiedRow, documentOf([HEADER, ...small]))).toEqual([])
})
