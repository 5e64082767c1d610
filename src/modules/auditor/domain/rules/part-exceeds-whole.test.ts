import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { partExceedsWhole } from './part-exceeds-whole.ts'

const HEADER = ['TT', 'Đơn vị', 'Tổng số lao động', 'Trong đó: Nữ', 'Trong đó: Dân tộc thiểu số']

test('parts up to the whole are right; one above it is proved', () => {
  const row = fc.integer({ min: 10, max: 9000 }).chain((all) => fc.tuple(fc.constant(all), fc.nat(all), fc.nat(all)))
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 12 }), fc.nat(), (rows, pick) => {
      const grid = [HEADER, ...rows.map((values, at) => [String(at + 1), `Xã ${at + 1}`, ...values.map(String)])]
      expect(findingsOf(partExceedsWhole, documentOf(grid))).toEqual([])
      const line = grid[1 + (pick % rows.length)] ?? []
      line[3] = String(Number(line[2]) + 1)
      expect(findingsOf(partExceedsWhole, documentOf(grid))).toMatchObject([{ severity: 'proved' }])
    }),
  )
})

test('columns that are not parts of each other may be larger', () => {
  const grid = [
    ['TT', 'Đơn vị', 'Tổng số hộ', 'Số nhân khẩu'],
    ['1', 'A', '100', '410'],
    ['2', 'B', '90', '350'],
  ]
  expect(findingsOf(partExceedsWhole, documentOf(grid))).toEqual([])
})
