import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { sameQuantity } from './same-quantity.ts'

const HEADER = ['TT', 'Đơn vị', 'Hồ sơ tiếp nhận', 'Hồ sơ đúng hạn', 'Hồ sơ trễ hạn']
const rows = fc.array(
  fc.tuple(fc.integer({ min: 100, max: 9999 }), fc.integer({ min: 100, max: 9999 }), fc.integer({ min: 10, max: 999 })),
  { minLength: 3, maxLength: 8 },
)
const gridOf = (values: readonly (readonly number[])[]) => [
  HEADER,
  ...values.map((row, at) => [String(at + 1), `Phường ${at + 1}`, ...row.map(String)]),
]

test('the same table twice is the same; one figure changed in the copy is told', () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.integer({ min: 1, max: 900 }), (values, pick, off) => {
      const grid = gridOf(values)
      expect(findingsOf(sameQuantity, documentOf('Bảng 1', grid, 'Bảng 2', grid))).toEqual([])
      const at = pick % values.length
      const changed = grid.map((row, index) =>
        index === at + 1 ? row.map((text, column) => (column === 3 ? String(Number(text) + off) : text)) : row,
      )
      const found = findingsOf(sameQuantity, documentOf('Bảng 1', grid, 'Bảng 2', changed))
      expect(found).toMatchObject([{ severity: 'likely' }])
      expect(found[0]?.quotes).toEqual([changed[at + 1]?.[3], grid[at + 1]?.[3]])
    }),
    { numRuns: 40 },
  )
})

test('tables of other units, other headers, other periods or altogether other figures are not compared', () => {
  const grid = gridOf([
    [500, 400, 100],
    [610, 600, 10],
    [720, 700, 20],
  ])
  const other = gridOf([
    [501, 401, 101],
    [611, 601, 11],
    [721, 701, 21],
  ])
  const changed = grid.map((row) => row.map((text) => (text === '600' ? '599' : text)))
  expect(findingsOf(sameQuantity, documentOf('Lĩnh vực đất đai', grid, 'Lĩnh vực xây dựng', other))).toEqual([])
  expect(findingsOf(sameQuantity, documentOf('Quý I năm 2024', grid, 'Quý II năm 2024', changed))).toEqual([])
  expect(
    findingsOf(
      sameQuantity,
      documentOf(
        'A',
        grid,
        'B',
        changed.map((row) => row.map((text) => text.replace('Phường', 'Xã'))),
      ),
    ),
  ).toEqual([])
})

test('a row of the table repeated in a summary under another name of the unit', () => {
  const wards = [
    HEADER,
    ['1', 'UBND TPVT', '24.020', '23.987', '33'],
    ['2', 'UBND phường, xã', '65.158', '64.861', '297'],
  ]
  const summary = [
    HEADER,
    ['1', 'UBND TP. Vũng Tàu', '24.020', '23.987', '33'],
    ['2', 'UBND cấp xã', '65.158', '64.681', '297'],
  ]
  expect(findingsOf(sameQuantity, documentOf('A', wards, 'B', summary))).toMatchObject([
    { quotes: ['64.681', '64.861'] },
  ])
})
