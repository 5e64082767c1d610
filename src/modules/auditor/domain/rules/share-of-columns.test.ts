import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { shareOfColumns } from './share-of-columns.ts'

const HEADER = ['TT', 'Đơn vị', 'Tổng số hồ sơ', 'Đúng hạn', 'Tỷ lệ đúng hạn']
const percent = (n: number, d: number) => `${((n / d) * 100).toFixed(2).replace('.', ',')}%`
const pairs = fc.array(
  fc
    .integer({ min: 300, max: 30_000 })
    .chain((d) => fc.tuple(fc.constant(d), fc.integer({ min: Math.ceil(d / 3), max: d - 1 }))),
  { minLength: 5, maxLength: 15 },
)
const gridOf = (rows: readonly (readonly [number, number])[]) => [
  HEADER,
  ...rows.map(([d, n], at) => [String(at + 1), `Xã ${at + 1}`, String(d), String(n), percent(n, d)]),
]

test('right shares are left alone, whatever the numbers', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      expect(findingsOf(shareOfColumns, documentOf(gridOf(rows)))).toEqual([])
    }),
  )
})

test('shares of something that is not in the table are left alone', () => {
  const row = fc.tuple(
    fc.integer({ min: 100, max: 9999 }),
    fc.integer({ min: 100, max: 9999 }),
    fc.integer({ min: 1, max: 9999 }),
  )
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 20 }), (rows) => {
      const grid = [
        HEADER,
        ...rows.map(([a, b, p], at) => [
          String(at + 1),
          `Xã ${at + 1}`,
          String(a),
          String(b),
          `${(p / 100).toFixed(2)}%`,
        ]),
      ]
      expect(findingsOf(shareOfColumns, documentOf(grid))).toEqual([])
    }),
  )
})

test('one wrong share among right ones is proved', () => {
  fc.assert(
    fc.property(pairs, fc.nat(), (rows, pick) => {
      const grid = gridOf(rows)
      const at = pick % rows.length
      const [d, n] = rows[at] ?? [1, 1]
      const line = grid[at + 1] ?? []
      line[4] = percent(n > d / 2 ? n - d / 4 : n + d / 4, d)
      const found = findingsOf(shareOfColumns, documentOf(grid))
      expect(found).toHaveLength(1)
      expect(found[0]?.quotes).toContain(line[4])
    }),
  )
})

test('the mean of shares in a total row is told for what it is', () => {
  const grid = [
    HEADER,
    ['1', 'A', '1000', '900', '90,00%'],
    ['2', 'B', '200', '100', '50,00%'],
    ['3', 'C', '300', '287', '95,67%'],
    ['4', 'D', '777', '701', '90,22%'],
    ['', 'Tổng cộng', '2277', '1988', '81,47%'],
  ]
  const [found] = findingsOf(shareOfColumns, documentOf(grid))
  expect(found?.severity).toBe('proved')
  expect(found?.why.vi).toContain('trung bình cộng các tỷ lệ')
})

test('growth and share of the total are understood', () => {
  const header = ['TT', 'Ngành', 'Năm 2023', 'Năm 2024', 'Tăng trưởng (%)', 'Cơ cấu (%)']
  const grid = [
    header,
    ['1', 'A', '1.234', '1.456', '17,99', '33,69'],
    ['2', 'B', '2.345', '1.987', '-15,27', '45,97'],
    ['3', 'C', '765', '879', '14,90', '20,34'],
    ['', 'Tổng số', '4.344', '4.322', '-0,51', '100'],
  ]
  expect(findingsOf(shareOfColumns, documentOf(grid))).toEqual([])
})

test('shares of a row that is named after its total', () => {
  const header = ['Thứ tự', 'Loại đất', 'Diện tích (ha)', 'Cơ cấu (%)']
  const grid = [
    header,
    ['', 'Tổng diện tích tự nhiên', '36.805,00', '100,00'],
    ['1', 'Đất nông nghiệp', '15.276,84', '41,51'],
    ['2', 'Đất ở', '7.226,15', '19,63'],
    ['3', 'Đất chuyên dùng', '3.780,83', '10,27'],
    ['4', 'Đất khác', '10.521,18', '28,59'],
  ]
  expect(findingsOf(shareOfColumns, documentOf(grid))).toEqual([])
  const wrong = grid.map((row) => row.map((text) => (text === '10,27' ? '8,27' : text)))
  expect(findingsOf(shareOfColumns, documentOf(wrong))).toHaveLength(1)
})
