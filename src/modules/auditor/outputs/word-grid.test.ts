import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Table } from '../domain/document.ts'
import { PAYMENTS } from './audited.fixture.ts'
import { gridOf, headerRowsOf, isNumber } from './word-grid.ts'

const small = fc.integer({ min: 0, max: 5 })
const span = fc.integer({ min: 1, max: 7 })
/** Cells wherever they like, over each other and over the edge. */
const anyTable = fc
  .array(fc.array(fc.record({ column: small, rowSpan: span, columnSpan: span }), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map(
    (rows): Table => ({
      kind: 'table',
      width: 6,
      origin: {},
      rows: rows.map((cells, row) => cells.map((cell, index) => ({ ...cell, row, text: `${row}.${index}` }))),
    }),
  )

test('every cell covers a rectangle that begins where the cell does, whatever the file claims', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      const grid = gridOf(table)
      expect(grid.every((row) => row.length === table.width)).toBe(true)
      for (const [row, cells] of grid.entries())
        for (const [column, cell] of cells.entries()) {
          if (!cell) continue
          expect(grid[cell.row]?.[cell.column]).toBe(cell)
          const across = (at: number) => (grid[at] ?? []).filter((other) => other === cell).length
          expect(row).toBeGreaterThanOrEqual(cell.row)
          expect(column).toBeGreaterThanOrEqual(cell.column)
          expect(across(row)).toBe(across(cell.row))
        }
    }),
  )
})

test('a merged header covers its columns, a merged row its rows', () => {
  const grid = gridOf(PAYMENTS)
  expect(grid[0]?.map((cell) => cell?.text)).toEqual([
    'TT',
    'Tên cơ quan, đơn vị',
    ...Array.from({ length: 3 }, () => 'Hồ sơ thanh toán trực tuyến'),
  ])
  expect(grid[6]?.[1]).toBe(grid[5]?.[1])
})

test('rows above the first number head a table that does not say what does', () => {
  const { headerRows: _, ...unmarked } = PAYMENTS
  expect(headerRowsOf(PAYMENTS)).toBe(3)
  expect(headerRowsOf(unmarked)).toBe(3)
  expect(headerRowsOf({ ...unmarked, rows: unmarked.rows.slice(3) })).toBe(0)
  for (const text of ['4.602', '98,27%', '-5', ' 09 ']) expect(isNumber(text)).toBe(true)
  for (const text of ['', '118.103/142.378', '24 loại', 'Phường 1']) expect(isNumber(text)).toBe(false)
})
