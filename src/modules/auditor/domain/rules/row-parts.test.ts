import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { rowParts } from './row-parts.ts'

const HEADER = ['TT', 'Đơn vị', 'Tổng số hồ sơ', 'Trực tuyến', 'Trực tiếp', 'Bưu chính']
const amount = fc.integer({ min: 0, max: 20_000 })
const parts = fc.array(fc.tuple(amount, amount, amount), { minLength: 4, maxLength: 14 })
const gridOf = (rows: readonly (readonly [number, number, number])[]) => [
  HEADER,
  ...rows.map(([a, b, c], at) => [
    String(at + 1),
    `Phường ${at + 1}`,
    String(a + b + c),
    String(a),
    String(b),
    String(c),
  ]),
]

test('rows whose parts make the whole are left alone', () => {
  fc.assert(
    fc.property(parts, (rows) => {
      expect(findingsOf(rowParts, documentOf(gridOf(rows)))).toEqual([])
    }),
  )
})

test('unrelated columns never turn into a sum', () => {
  const row = fc.tuple(
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 99 }),
    fc.integer({ min: 1, max: 99 }),
  )
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 25 }), (rows) => {
      const header = ['TT', 'Đơn vị', 'Số xã', 'Số trường', 'Số chợ', 'Số trạm']
      const grid = [header, ...rows.map((values, at) => [String(at + 1), `Huyện ${at + 1}`, ...values.map(String)])]
      expect(findingsOf(rowParts, documentOf(grid))).toEqual([])
    }),
  )
})

test('a whole with two digits exchanged is found in its row', () => {
  const rows: [number, number, number][] = [
    [1200, 300, 12],
    [2100, 450, 20],
    [3300, 270, 31],
    [1875, 512, 9],
    [2650, 148, 17],
  ]
  const grid = gridOf(rows)
  const broken = grid.map((row) => row.map((text) => (text === '2396' ? '2936' : text)))
  const found = findingsOf(rowParts, documentOf(broken))
  expect(found).toHaveLength(1)
  expect(found[0]?.quotes[0]).toBe('2936')
  expect(found[0]?.correction).toMatchObject({ kind: 'transpose', changes: [{ from: '2936', to: '2396' }] })
})

test('received equals returned plus pending: rows with pending cases are right', () => {
  const header = ['TT', 'Đơn vị', 'Tiếp nhận', 'Đúng hạn', 'Trễ hạn', 'Đang giải quyết']
  const grid = [
    header,
    ['1', 'A', '1500', '1480', '20', '0'],
    ['2', 'B', '2300', '2250', '50', '0'],
    ['3', 'C', '1800', '1790', '10', '0'],
    ['4', 'D', '2100', '2050', '15', '35'],
    ['5', 'E', '2222', '2200', '10', '12'],
  ]
  expect(findingsOf(rowParts, documentOf(grid))).toEqual([])
})

test('two columns that happen to be equal in most rows are no promise', () => {
  const header = ['TT', 'Đơn vị', 'Đã cấp', 'Sử dụng', 'Số văn bản']
  const grid = [
    header,
    ['1', 'A', '62', '62', '4488'],
    ['2', 'B', '46', '46', '6818'],
    ['3', 'C', '40', '40', '700'],
    ['4', 'D', '33', '31', '900'],
  ]
  expect(findingsOf(rowParts, documentOf(grid))).toEqual([])
})
