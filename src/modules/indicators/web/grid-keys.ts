/** `walk`: the whole cell is selected and arrows go to the next; `edit`: arrows move within the text (F2, or a click into it). */
export type Mode = 'walk' | 'edit'
export type Cursor = { readonly row: number; readonly column: number }
export type Pressed = {
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
}
export type Answer =
  | { readonly go: Cursor }
  /** From now on arrows move within the text. */
  | { readonly mode: 'edit' }
  /** Takes back what was typed since the cell was entered. */
  | { readonly undo: true }
  | null

const PAGE = 10

/** What a key does in the grid, as in a spreadsheet; `null` leaves it to the browser (typing, Tab, paste). */
export function answerKey(pressed: Pressed, at: Cursor, size: { rows: number; columns: number }, mode: Mode): Answer {
  const { key, shift, ctrl } = pressed
  const go = (row: number, column: number): Answer => {
    const next = { row: clamp(row, size.rows), column: clamp(column, size.columns) }
    return next.row === at.row && next.column === at.column ? null : { go: next }
  }
  if (key === 'F2') return { mode: 'edit' }
  if (key === 'Escape') return mode === 'edit' ? { undo: true } : null
  if (key === 'Enter') return go(at.row + (shift ? -1 : 1), at.column)
  if (key === 'ArrowDown') return go(ctrl ? size.rows : at.row + 1, at.column)
  if (key === 'ArrowUp') return go(ctrl ? 0 : at.row - 1, at.column)
  if (key === 'PageDown') return go(at.row + PAGE, at.column)
  if (key === 'PageUp') return go(at.row - PAGE, at.column)
  if (ctrl && key === 'Home') return go(0, 0)
  if (ctrl && key === 'End') return go(size.rows, size.columns)
  if (mode === 'edit' || shift) return null
  if (key === 'ArrowRight') return go(at.row, ctrl ? size.columns : at.column + 1)
  if (key === 'ArrowLeft') return go(at.row, ctrl ? 0 : at.column - 1)
  if (key === 'Home') return go(at.row, 0)
  if (key === 'End') return go(at.row, size.columns)
  return null
}

function clamp(place: number, count: number): number {
  return Math.max(0, Math.min(place, count - 1))
}
