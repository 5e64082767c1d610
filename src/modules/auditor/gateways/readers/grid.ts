import type { Cell, Table } from '../../domain/document.ts'
import { type FileFault, MOST_COLUMNS, tooWide } from '../fault.ts'

/** A cell as HTML writes it: where it stands follows from the cells before it. */
export type SpanningCell = {
  readonly text: string
  readonly rowSpan: number
  readonly columnSpan: number
  readonly bold: boolean
}

/** Rows of `<thead>`, `<tbody>`, `<tfoot>`: no cell reaches beyond its group. */
export type RowGroup = readonly (readonly SpanningCell[])[]

/**
 * The cells on the table's grid. A span that reaches beyond the rows of its group or over columns in which no cell begins covers
 * only what is there, as browsers draw it.
 */
export function placeCells(groups: readonly RowGroup[]): Pick<Table, 'rows' | 'width'> | FileFault {
  const rows: Cell[][] = []
  for (const group of groups) {
    const first = rows.length
    /** For each column the first row that it is free in. */
    const free: number[] = []
    for (const [at, cells] of group.entries()) {
      const placed = placeRow(cells, first + at, first + group.length, free)
      if (!placed) return tooWide()
      rows.push(placed)
    }
  }
  const width = rows.flat().reduce((widest, { column }) => Math.max(widest, column + 1), 0)
  return { rows: rows.map((row) => row.map((cell) => withinWidth(cell, width))), width }
}

function placeRow(cells: readonly SpanningCell[], row: number, end: number, free: number[]): Cell[] | null {
  const placed: Cell[] = []
  let column = 0
  for (const { text, rowSpan, columnSpan, bold } of cells) {
    while ((free[column] ?? 0) > row) column += 1
    if (column >= MOST_COLUMNS) return null
    const down = rowSpan === 0 ? end - row : Math.min(rowSpan, end - row)
    let across = 0
    while (across < columnSpan && column + across < MOST_COLUMNS && (free[column + across] ?? 0) <= row) {
      free[column + across] = row + down
      across += 1
    }
    placed.push({
      text,
      row,
      column,
      ...(down > 1 ? { rowSpan: down } : {}),
      ...(across > 1 ? { columnSpan: across } : {}),
      ...(bold ? { bold } : {}),
    })
    column += across
  }
  return placed
}

function withinWidth(cell: Cell, width: number): Cell {
  if (!cell.columnSpan || cell.column + cell.columnSpan <= width) return cell
  const { columnSpan: _, ...single } = cell
  const columnSpan = width - cell.column
  return columnSpan > 1 ? { ...single, columnSpan } : single
}
