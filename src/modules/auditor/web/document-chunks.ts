import type { Block, Paragraph, Table } from '../domain/document.ts'
import { columnLetters } from './table-grid.ts'

/**
 * A stretch of the document that is drawn, skipped and measured as one: some paragraphs, or some rows of one table.
 * The browser lays out only the stretches near the window.
 */
export type Chunk = {
  readonly key: string
  /** The first and the last block. */
  readonly from: number
  readonly to: number
  /** Rows of the only block, a table: from the first up to, not including, the second. */
  readonly rows: { readonly from: number; readonly to: number } | null
  /** Which table of the document it is, from 1, when it is one. */
  readonly table: number | null
  /** How high it will be, in pixels, as long as nobody has seen it. */
  readonly height: number
}

const TEXT_HEIGHT = 900
const ROWS = 60
const LINE = 23
const LETTERS = 84
const ROW_LINE = 19

/**
 * Blocks in stretches of about a screen, in order; every block and every row is in exactly one. `first` is the number of
 * the first block in the document, `tablesBefore` how many tables come before it.
 */
export function chunksOf(blocks: readonly Block[], first = 0, tablesBefore = 0): readonly Chunk[] {
  const chunks: Chunk[] = []
  let table = tablesBefore
  for (const [place, block] of blocks.entries()) {
    const index = first + place
    if (block.kind === 'table') {
      table += 1
      chunks.push(...chunksOfTable(block, index, table))
      continue
    }
    const height = paragraphHeight(block)
    const open = chunks.at(-1)
    if (open && open.rows === null && open.height + height <= TEXT_HEIGHT && !startsAnew(block, blocks[place - 1])) {
      chunks[chunks.length - 1] = { ...open, to: index, height: open.height + height }
    } else chunks.push({ key: `${index}`, from: index, to: index, rows: null, table: null, height })
  }
  return chunks
}

/** How many of the blocks are tables. */
export function countTables(blocks: readonly Block[]): number {
  return blocks.filter(({ kind }) => kind === 'table').length
}

/** A new page or sheet begins a stretch, so that its mark stands at the top. */
function startsAnew({ origin }: Block, before: Block | undefined): boolean {
  return origin.page !== before?.origin.page || origin.sheet !== before?.origin.sheet
}

function paragraphHeight({ text, heading }: Paragraph): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)), 0)
  return lines * LINE + (heading === undefined ? 8 : 22)
}

function chunksOfTable(table: Table, block: number, number: number): readonly Chunk[] {
  const heights = rowHeights(table)
  const chunks: Chunk[] = []
  let from = 0
  for (const to of [...cutsOf(table), table.rows.length]) {
    const height = heights.slice(from, to).reduce((sum, one) => sum + one, 18)
    chunks.push({ key: `${block}.${from}`, from: block, to: block, rows: { from, to }, table: number, height })
    from = to
  }
  return chunks
}

/** Rows before which a long table may be cut: no merged cell reaches over the cut. */
function cutsOf({ rows }: Table): readonly number[] {
  const cuts: number[] = []
  let covered = 0
  let since = 0
  for (const [row, cells] of rows.entries()) {
    if (row - since >= ROWS && covered <= row) {
      cuts.push(row)
      since = row
    }
    for (const { rowSpan = 1 } of cells) covered = Math.max(covered, row + rowSpan)
  }
  return cuts
}

function rowHeights(table: Table): readonly number[] {
  const letters = columnLetters(table)
  const whole = Math.max(
    1,
    letters.reduce((sum, one) => sum + one, 0),
  )
  const room = (column: number, span: number) => {
    const own = letters.slice(column, column + span).reduce((sum, one) => sum + one, 0)
    return Math.max(3, (own / whole) * LETTERS)
  }
  return table.rows.map((cells) => {
    const lines = cells.map(({ text, column, columnSpan = 1, rowSpan = 1 }) =>
      Math.ceil(text.length / room(column, columnSpan) / rowSpan),
    )
    return Math.max(1, ...lines) * ROW_LINE + 9
  })
}
