import { fold } from '#kernel/text.ts'
import type { Table } from '../document.ts'
import { ORDER_HEADER, RESULT_HEADER, SHARE_HEADER, TARGET_HEADER } from '../lexicon/table-words.ts'
import { readAmount } from './amount.ts'
import { filledCells, type Grid, isFullWidth, textAt } from './grid.ts'
import { isColumnNumber, type Promise, readHeaderMark } from './header-formula.ts'
import { readOrder, splitOrder } from './order.ts'

export type Header = {
  /** How many rows from the top are header. */
  readonly rows: number
  readonly columns: readonly HeaderColumn[]
}

export type HeaderColumn = {
  readonly path: readonly string[]
  readonly mark: string | null
  readonly promise: Promise | null
}

const MOST_HEADER_ROWS = 8

/** What the rows at the top of a table say of its columns. A table that begins with data has no header: `rows` is 0. */
export function readHeader(table: Table, grid: Grid): Header {
  const rows = countHeaderRows(table, grid)
  const speaking = Array.from({ length: rows }, (_, row) => row).filter((row) => !isTitleRow(grid, row))
  const numbering = speaking.findLast((row) => isNumberingRow(grid, row))
  const naming = speaking.filter((row) => row !== numbering)
  return {
    rows,
    columns: Array.from({ length: table.width }, (_, column) => readColumn(grid, naming, numbering, column)),
  }
}

function readColumn(
  grid: Grid,
  naming: readonly number[],
  numbering: number | undefined,
  column: number,
): HeaderColumn {
  const path = pathOf(grid, naming, column)
  const below = numbering === undefined ? '' : textAt(grid, numbering, column)
  const own = readHeaderMark(below, true)
  if (own.mark !== null) {
    const promise = own.promise ?? readHeaderMark(path.at(-1) ?? '').promise
    return { path, mark: own.mark, promise }
  }
  return { path, ...readHeaderMark(path.at(-1) ?? '') }
}

/** Headers of a column from the top; an empty place takes the text to its left when something stands below it. */
function pathOf(grid: Grid, naming: readonly number[], column: number): readonly string[] {
  const texts = naming.map((row) => textAt(grid, row, column))
  const path = texts.map((text, at) => {
    if (text !== '' || !texts.slice(at + 1).some((below) => below !== '')) return text
    return leftOf(grid, naming[at] ?? 0, column)
  })
  return path.filter((text, at) => text !== '' && text !== path[at - 1])
}

function leftOf(grid: Grid, row: number, column: number): string {
  for (let left = column - 1; left > 0; left--) {
    const text = textAt(grid, row, left)
    if (text !== '') return text
  }
  return ''
}

function countHeaderRows(table: Table, grid: Grid): number {
  const marked = table.headerRows ?? 0
  const first = grid.findIndex((_, row) => row >= marked && looksLikeData(grid, row))
  if (marked > 0 && first <= marked) return marked
  if (first === -1) return table.rows.length > 1 && hasColumns(grid, 0) ? 1 : marked
  if (first > MOST_HEADER_ROWS) return Math.max(marked, 1)
  return first
}

function hasColumns(grid: Grid, row: number): boolean {
  return filledCells(grid[row] ?? []).length > 1
}

/** A row over the whole width before any row with columns: the table's own title. */
function isTitleRow(grid: Grid, row: number): boolean {
  return (
    isFullWidth(grid[row] ?? []) &&
    !Array.from({ length: row }, (_, above) => above).some((above) => hasColumns(grid, above))
  )
}

/** `1 2 3 4`, `A B 1 2`, `(1) (2) (3)=(2)/(1)`: names for columns. Bare numbers must count up, or they are data. */
export function isNumberingRow(grid: Grid, row: number): boolean {
  const texts = filledCells(grid[row] ?? []).map(({ text }) => text.trim())
  if (texts.length < 2 || !texts.every(isColumnNumber)) return false
  if (texts.some((text) => text.includes('=')) || texts.filter((text) => /^\(\d/.test(text)).length > 1) return true
  const numbers = texts.filter((text) => /^\(?\d+\)?$/.test(text)).map((text) => Number(text.replace(/[()]/g, '')))
  return numbers.length > 1 && numbers.every((value, at) => value === (numbers[0] ?? 0) + at) && (numbers[0] ?? 9) <= 2
}

/** Whether a row tells of a thing rather than of columns. */
function looksLikeData(grid: Grid, row: number): boolean {
  const line = grid[row] ?? []
  if (isNumberingRow(grid, row)) return false
  const cells = filledCells(line)
  if (isFullWidth(line)) {
    const text = cells[0]?.text ?? ''
    return (
      Array.from({ length: row }, (_, above) => above).some((above) => hasColumns(grid, above)) &&
      splitOrder(text) !== null
    )
  }
  const [first] = cells
  if (!first) return false
  if (cells.some((cell) => isHeaderWord(fold(cell.text)))) return false
  const numbers = cells.filter((cell) => cell !== first && isFigure(cell.text))
  if (numbers.length > 0) return true
  return (
    first.column <= 1 && cells.length > 1 && readOrder(first.text) !== null && (cells[1]?.text.trim().length ?? 0) > 1
  )
}

function isHeaderWord(text: string): boolean {
  if (ORDER_HEADER.test(text)) return true
  return (
    text.length < 60 &&
    /^(?:ten |noi dung|don vi$|co quan|chi tieu|ghi chu)/.test(text) &&
    !/\d/.test(text) &&
    !SHARE_HEADER.test(text) &&
    !RESULT_HEADER.test(text.replace(TARGET_HEADER, ''))
  )
}

/** A number that is data: not a year and not a column number in brackets. */
function isFigure(text: string): boolean {
  const bare = text.trim()
  const amount = readAmount(bare)
  // "Dưới 30", "Trên 50" name a group; a figure has no bound.
  return amount !== null && amount.bound === undefined && !/^(?:19|20)\d\d$/.test(bare) && !/^\(\d{1,2}\)$/.test(bare)
}
