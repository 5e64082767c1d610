import type { Cell, Table } from '../domain/document.ts'

/** A place on the grid: a cell where it begins, or a gap that no cell covers. */
export type GridCell = {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly cell: Cell | null
}

/** The rows as HTML wants them: each cell where it begins, gaps filled, spans within the table. */
export function gridOf(table: Table): readonly (readonly GridCell[])[] {
  const taken = table.rows.map(() => new Set<number>())
  for (const cell of table.rows.flat()) cover(cell, taken, table.width)
  return table.rows.map((cells, row) => {
    const own = cells.map((cell) => ({
      column: cell.column,
      columns: Math.max(1, Math.min(cell.columnSpan ?? 1, table.width - cell.column)),
      rows: Math.max(1, Math.min(cell.rowSpan ?? 1, table.rows.length - row)),
      cell,
    }))
    const gaps = Array.from({ length: table.width }, (_, column) => column)
      .filter((column) => !taken[row]?.has(column))
      .map((column) => ({ column, columns: 1, rows: 1, cell: null }))
    return [...own, ...gaps].toSorted((a, b) => a.column - b.column)
  })
}

function cover({ row, column, rowSpan = 1, columnSpan = 1 }: Cell, taken: readonly Set<number>[], width: number) {
  for (let down = row; down < Math.min(row + rowSpan, taken.length); down++) {
    for (let right = column; right < Math.min(column + columnSpan, width); right++) taken[down]?.add(right)
  }
}

/** The cell that begins at a place or covers it. */
export function cellAt(table: Table, row: number, column: number): Cell | null {
  const covers = (cell: Cell) =>
    cell.row <= row &&
    row < cell.row + (cell.rowSpan ?? 1) &&
    cell.column <= column &&
    column < cell.column + (cell.columnSpan ?? 1)
  for (let up = row; up >= 0; up--) {
    const found = table.rows[up]?.find(covers)
    if (found) return found
  }
  return null
}

const NARROWEST = 4
const WIDEST = 42

/** How wide each column wants to be, in letters: its longest word, and more the more it holds. */
export function columnLetters(table: Table): readonly number[] {
  const longest = Array.from({ length: table.width }, () => NARROWEST)
  const sums = Array.from({ length: table.width }, () => 0)
  const counts = Array.from({ length: table.width }, () => 0)
  for (const { text, column, columnSpan = 1 } of table.rows.flat()) {
    if (columnSpan > 1 || column >= table.width || text === '') continue
    const word = Math.max(...text.split(/\s+/).map(({ length }) => length))
    longest[column] = Math.max(longest[column] ?? 0, Math.min(word, 16))
    sums[column] = (sums[column] ?? 0) + Math.min(text.length, 120)
    counts[column] = (counts[column] ?? 0) + 1
  }
  return longest.map((least, column) => {
    const mean = (sums[column] ?? 0) / Math.max(1, counts[column] ?? 0)
    return Math.round(Math.min(WIDEST, Math.max(least + 1, mean * 1.1)))
  })
}
