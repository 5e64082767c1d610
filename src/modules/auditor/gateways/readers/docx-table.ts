import type { Block, Cell, Origin, Table } from '../../domain/document.ts'
import { type FileFault, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, tooLong, tooWide } from '../fault.ts'

type Placed = { -readonly [K in keyof Cell]: Cell[K] }

export type OpenCell = {
  span: number
  /** `restart` begins a cell that covers rows below, `continue` belongs to the one above. */
  down: 'restart' | 'continue' | null
  across: 'restart' | 'continue' | null
  deleted: boolean
  /** One for each paragraph. */
  readonly lines: string[]
  isBold: boolean | null
  /** Of the first paragraph with text, else of the first. */
  origin: Origin | null
  hasText: boolean
}

export type OpenRow = { header: boolean; deleted: boolean; column: number; after: number; readonly cells: Placed[] }

export type OpenTable = {
  readonly rows: Cell[][]
  width: number
  headerRows: number
  inHeader: boolean
  /** The last cell that began in a column, while rows below may still belong to it. */
  readonly above: Map<number, Placed>
  /** Tables that stand in cells; they follow the table. */
  readonly nested: Block[]
  origin: Origin | null
  cells: number
  row: OpenRow | null
  cell: OpenCell | null
}

/** A table in which nothing has been read. */
export function openTable(): OpenTable {
  return {
    rows: [],
    width: 0,
    headerRows: 0,
    inHeader: true,
    above: new Map(),
    nested: [],
    origin: null,
    cells: 0,
    row: null,
    cell: null,
  }
}

export function openRow(table: OpenTable): void {
  table.row = { header: false, deleted: false, column: 0, after: 0, cells: [] }
}

export function openCell(table: OpenTable): void {
  table.cell = {
    span: 1,
    down: null,
    across: null,
    deleted: false,
    lines: [],
    isBold: null,
    origin: null,
    hasText: false,
  }
}

/** Puts the open cell into its row, or makes the one above or before it wider; the fault when the table is too wide. */
export function closeCell(table: OpenTable): FileFault | null {
  const { cell, row } = table
  table.cell = null
  if (!cell || !row || cell.deleted) return null
  const column = row.column
  row.column += cell.span
  if (row.column > MOST_COLUMNS) return tooWide()
  const before = row.cells.at(-1)
  if (cell.across === 'continue' && before && before.column + (before.columnSpan ?? 1) === column) {
    before.columnSpan = (before.columnSpan ?? 1) + cell.span
    return null
  }
  const above = table.above.get(column)
  if (cell.down === 'continue' && above && isAbove(above, table.rows.length, cell.span)) {
    above.rowSpan = (above.rowSpan ?? 1) + 1
    return null
  }
  const placed = placedAt(cell, table.rows.length, column)
  row.cells.push(placed)
  if (cell.down === null) table.above.delete(column)
  else table.above.set(column, placed)
  table.cells++
  return null
}

function isAbove(above: Placed, row: number, span: number): boolean {
  return above.row + (above.rowSpan ?? 1) === row && (above.columnSpan ?? 1) === span
}

function placedAt(cell: OpenCell, row: number, column: number): Placed {
  return {
    text: cell.lines.join('\n').replace(/^\n+|\n+$/g, ''),
    row,
    column,
    ...(cell.span > 1 && { columnSpan: cell.span }),
    ...(cell.isBold && { bold: true }),
    ...(cell.origin && { origin: cell.origin }),
  }
}

/** Puts the open row into the table; the fault when there are too many. */
export function closeRow(table: OpenTable): FileFault | null {
  const { row } = table
  table.row = null
  if (!row || row.deleted) return null
  table.rows.push(row.cells)
  table.width = Math.max(table.width, row.column + row.after)
  if (!row.header) table.inHeader = false
  if (table.inHeader) table.headerRows++
  if (table.width > MOST_COLUMNS) return tooWide()
  if (table.rows.length > MOST_ROWS) return tooLong(MOST_ROWS)
  return table.cells > MOST_CELLS ? tooLong(MOST_CELLS) : null
}

/** The table as the document holds it, or `null` when nothing is in it. */
export function closedTable(table: OpenTable): Table | null {
  if (table.cells === 0) return null
  return {
    kind: 'table',
    rows: table.rows,
    width: table.width,
    ...(table.headerRows > 0 && { headerRows: table.headerRows }),
    origin: table.origin ?? {},
  }
}
