import { expect, test } from 'vitest'
import type { Cell, Table } from '../domain/document.ts'
import { cellAt, columnLetters, gridOf } from './table-grid.ts'

const cell = (row: number, column: number, text: string, more: Partial<Cell> = {}): Cell => ({
  text,
  row,
  column,
  ...more,
})
const table = (rows: readonly (readonly Cell[])[], width: number): Table => ({ kind: 'table', rows, width, origin: {} })

/** A heading over two columns beside one over two rows, and a row that ends early. */
const merged = table(
  [
    [cell(0, 0, 'Đơn vị', { rowSpan: 2 }), cell(0, 1, 'Văn bản', { columnSpan: 2 })],
    [cell(1, 1, 'Đi'), cell(1, 2, 'Đến')],
    [cell(2, 0, 'Phường 1'), cell(2, 1, '1.582')],
  ],
  3,
)

test('merged cells keep their spans and every place is covered exactly once', () => {
  const rows = gridOf(merged)
  expect(rows.map((row) => row.map(({ cell: one }) => one?.text ?? null))).toEqual([
    ['Đơn vị', 'Văn bản'],
    ['Đi', 'Đến'],
    ['Phường 1', '1.582', null],
  ])
  const covered = rows.flat().reduce((sum, { rows: down, columns: right }) => sum + down * right, 0)
  expect(covered).toBe(9)
})

test('a span that runs out of the table ends with it', () => {
  const [[only] = []] = gridOf(table([[cell(0, 1, 'x', { rowSpan: 9, columnSpan: 9 })]], 2)).map((row) =>
    row.filter(({ cell: one }) => one !== null),
  )
  expect(only).toMatchObject({ rows: 1, columns: 1 })
})

test('a place inside a merged cell leads to that cell', () => {
  expect(cellAt(merged, 1, 0)?.text).toBe('Đơn vị')
  expect(cellAt(merged, 0, 2)?.text).toBe('Văn bản')
  expect(cellAt(merged, 2, 2)).toBeNull()
})

test('columns with long text are wider than those with numbers, and none takes everything', () => {
  const [order = 0, label = 0, number = 0] = columnLetters(
    table(
      [
        [
          cell(0, 0, '1'),
          cell(0, 1, 'Tỷ lệ hồ sơ được xử lý trực tuyến của thành phố '.repeat(9)),
          cell(0, 2, '23.391'),
        ],
      ],
      3,
    ),
  )
  expect(order).toBeLessThan(number)
  expect(number).toBeLessThan(label)
  expect(label).toBeLessThanOrEqual(42)
})
