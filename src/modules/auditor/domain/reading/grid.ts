import type { Cell, Table } from '../document.ts'

/** A table with every place filled by the cell that covers it; `null` where the original has none. */
export type Grid = readonly (readonly (Cell | null)[])[]

/** The grid of a table: `grid[row][column]`, merged cells standing in each place they cover. */
export function gridOf(table: Table): Grid {
  const grid: (Cell | null)[][] = table.rows.map(() => Array.from({ length: table.width }, () => null))
  for (const cell of table.rows.flat()) {
    const bottom = Math.min(table.rows.length, cell.row + (cell.rowSpan ?? 1))
    const right = Math.min(table.width, cell.column + (cell.columnSpan ?? 1))
    for (let row = cell.row; row < bottom; row++) {
      for (let column = cell.column; column < right; column++) {
        const line = grid[row]
        if (line && line[column] === null) line[column] = cell
      }
    }
  }
  return grid
}

/** Text of a place, without spaces at its ends; empty for no cell. */
export function textAt(grid: Grid, row: number, column: number): string {
  return grid[row]?.[column]?.text.trim() ?? ''
}

/** The different cells of a row that hold text, from the left. */
export function filledCells(line: readonly (Cell | null)[]): readonly Cell[] {
  return [...new Set(line)].filter((cell): cell is Cell => cell !== null && cell.text.trim() !== '')
}

/** Whether one cell alone speaks in a row: it covers the row, or all other places are empty. */
export function isFullWidth(line: readonly (Cell | null)[]): boolean {
  const [only, ...more] = filledCells(line)
  if (!only || more.length > 0) return false
  return (only.columnSpan ?? 1) >= line.length || (only.column === 0 && line.length > 1)
}
