export type CellPlace = { readonly row: number; readonly column: number }
export type Key = {
  readonly key: string
  readonly shift: boolean
  readonly control: boolean
  /** A list that opens: it keeps the arrows that go up and down. */
  readonly isList: boolean
  /** Whether the cursor stands before the first letter and behind the last one. */
  readonly atStart: boolean
  readonly atEnd: boolean
}

/** Rows that fit into sight, for the keys that turn a page. */
const PAGE = 10

/** The cell that a key leads to as in a spreadsheet; null when the key belongs to the cell, or there is no such cell. */
export function nextCell(at: CellPlace, key: Key, size: { readonly rows: number; readonly columns: number }) {
  const to = target(at, key, size)
  const isThere = to !== null && to.row >= 0 && to.row < size.rows && to.column >= 0 && to.column < size.columns
  return isThere && (to.row !== at.row || to.column !== at.column) ? to : null
}

function target({ row, column }: CellPlace, { key, shift, control, isList, atStart, atEnd }: Key, size: Size) {
  const last = size.rows - 1
  switch (key) {
    case 'Enter':
      return { row: shift ? row - 1 : row + 1, column }
    case 'ArrowDown':
      return isList ? null : { row: control ? last : row + 1, column }
    case 'ArrowUp':
      return isList ? null : { row: control ? 0 : row - 1, column }
    case 'ArrowRight':
      return atEnd && !shift ? { row, column: column + 1 } : null
    case 'ArrowLeft':
      return atStart && !shift ? { row, column: column - 1 } : null
    case 'PageDown':
      return { row: Math.min(last, row + PAGE), column }
    case 'PageUp':
      return { row: Math.max(0, row - PAGE), column }
    case 'Home':
      return control ? { row: 0, column: 0 } : null
    case 'End':
      return control ? { row: last, column: size.columns - 1 } : null
    default:
      return null
  }
}

type Size = { readonly rows: number; readonly columns: number }
