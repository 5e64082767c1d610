import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useRef } from 'react'
import { type CellPlace, nextCell } from './table-keys.ts'

export const ROW_HEIGHT = 42

type Options = {
  readonly region: RefObject<HTMLElement | null>
  readonly rows: number
  /** Of those that are typed in. */
  readonly columns: number
  /** Enter in the last row. */
  readonly onMore: () => void
}

/** Which rows of a table are drawn, and the keys that walk through its cells as in a spreadsheet. */
export function useCells({ region, rows, columns, onMore }: Options) {
  // The row with the cursor stays drawn wherever somebody scrolls: what is typed next must not be lost.
  const current = useRef(-1)
  // The compiler must not memoise around the virtualizer; nothing here relies on that it does.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => region.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), current.current, range),
  })
  const { scrollToIndex } = virtual
  const focus = useCallback(
    ({ row, column }: CellPlace) => {
      const find = () => region.current?.querySelector<HTMLElement>(`[data-cell="${row} ${column}"]`)
      scrollToIndex(row)
      const drawn = find()
      // A row out of sight has to be drawn first.
      if (drawn) select(drawn)
      else requestAnimationFrame(() => requestAnimationFrame(() => select(find())))
    },
    [region, scrollToIndex],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target)
    if (!cell || event.altKey || event.nativeEvent.isComposing) return
    const { element, at } = cell
    const next = nextCell(at, keyOf(event, element), { rows, columns })
    // Enter in a cell must not hand in the whole form.
    if (next || event.key === 'Enter') event.preventDefault()
    if (next) focus(next)
    else if (event.key === 'Enter' && !event.shiftKey && at.row === rows - 1) onMore()
  }
  const onFocus = (event: FocusEvent) => {
    current.current = cellOf(event.target)?.at.row ?? -1
  }
  return { virtual, focus, onKeyDown, onFocus }
}

function withRow(drawn: number[], row: number, { count }: Range): number[] {
  if (row < 0 || row >= count || drawn.includes(row)) return drawn
  return [...drawn, row].toSorted((a, b) => a - b)
}

/** The cell that something in the table belongs to. */
export function cellOf(target: EventTarget): { readonly element: HTMLElement; readonly at: CellPlace } | null {
  const element = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = element?.dataset.cell?.split(' ').map(Number) ?? []
  return element && row !== undefined && column !== undefined ? { element, at: { row, column } } : null
}

function keyOf({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, element: HTMLElement) {
  const box = element instanceof HTMLInputElement ? element : null
  const isWhole = box !== null && box.selectionStart === 0 && box.selectionEnd === box.value.length
  return {
    key,
    shift: shiftKey,
    control: ctrlKey || metaKey,
    isList: box === null,
    atStart: box === null || isWhole || box.selectionEnd === 0,
    atEnd: box === null || isWhole || box.selectionStart === box.value.length,
  }
}

/** Puts the cursor into a cell with its text chosen, so that typing replaces it and arrows go on. */
function select(cell: HTMLElement | null | undefined): void {
  cell?.focus()
  if (cell instanceof HTMLInputElement) cell.select()
}
