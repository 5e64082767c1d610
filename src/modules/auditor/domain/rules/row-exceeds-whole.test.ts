import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { rowExceedsWhole } from './row-exceeds-whole.ts'

const HEADER = ['STT', 'Chỉ tiêu', 'ĐVT', 'Xã A', 'Xã B', 'Xã C', 'Tổng số']

test('an "of which" row up to its whole is right; a larger cell is proved', () => {
  const column = fc.integer({ min: 10, max: 9000 }).chain((all) => fc.tuple(fc.constant(all), fc.nat(all)))
  fc.assert(
    fc.property(fc.tuple(column, column, column), fc.integer({ min: 0, max: 2 }), (columns, pick) => {
      const wholes = columns.map(([all]) => String(all))
      const parts = columns.map(([, some]) => String(some))
      const grid = [HEADER, ['1', 'Tổng số hộ', 'Hộ', ...wholes, ''], ['', 'Trong đó: hộ nghèo', 'Hộ', ...parts, '']]
      expect(findingsOf(rowExceedsWhole, documentOf(grid))).toEqual([])
      const wrong = grid.map((row, at) =>
        at === 2 ? row.map((text, index) => (index === 3 + pick ? String(Number(wholes[pick]) + 1) : text)) : row,
      )
      expect(findingsOf(rowExceedsWhole, documentOf(wrong))).toMatchObject([{ severity: 'proved' }])
    }),
  )
})

test('another unit is another thing', () => {
  const grid = [
    HEADER,
    ['1', 'Số hộ', 'Hộ', '100', '200', '300', '600'],
    ['', 'Trong đó: nhân khẩu', 'Người', '410', '800', '1200', '2410'],
  ]
  expect(findingsOf(rowExceedsWhole, documentOf(grid))).toEqual([])
})
