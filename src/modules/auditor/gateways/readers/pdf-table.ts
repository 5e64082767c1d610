import type { Cell, Table } from '../../domain/document.ts'
import { groupRows, NUMBER, type Row } from './pdf-aligned.ts'
import type { Box } from './pdf-ruled.ts'
import { joinText, type Line, linesOf, textOfLine, type Word } from './pdf-words.ts'

/** A cell that lines enclose and the words in it: those written as usual, and those written upwards. */
export type Filled = { readonly box: Box; readonly level: readonly Word[]; readonly upward: readonly Word[] }

/** The table of these cells; `null` when nothing is written in them: then it is a drawing. */
export function tableOf(boxes: readonly Filled[], page: number): Table | null {
  if (boxes.filter(({ level, upward }) => level.length + upward.length > 0).length < 2) return null
  const filled = withRowsApart(boxes)
  const height = filled.reduce((most, { box }) => Math.max(most, box.row + box.rowSpan), 0)
  const width = filled.reduce((most, { box }) => Math.max(most, box.column + box.columnSpan), 0)
  const rows = Array.from({ length: height }, (): Cell[] => [])
  for (const cell of filled) rows[cell.box.row]?.push(cellOf(cell, page))
  return { kind: 'table', rows, width, origin: { page } }
}

function cellOf({ box, level, upward }: Filled, page: number): Cell {
  const words = [...upward, ...level]
  return {
    text: [textIn(upward, null), textIn(level, box)].filter(Boolean).join('\n'),
    row: box.row,
    column: box.column,
    ...(box.rowSpan > 1 ? { rowSpan: box.rowSpan } : {}),
    ...(box.columnSpan > 1 ? { columnSpan: box.columnSpan } : {}),
    ...(words.length > 0 && words.every(({ bold }) => bold) ? { bold: true } : {}),
    origin: { page },
  }
}

const ITEM = /^(?:[-+*•–](?:\s|$)|\d{1,2}[.)]\s|[a-zđ]\)\s)/u

/** The lines of a cell as one text. A line ends where the cell does; only an item of a list begins a new one. */
function textIn(words: readonly Word[], box: Box | null): string {
  const lines = linesOf(words)
  let text = ''
  for (const [at, line] of lines.entries()) {
    const written = textOfLine(line)
    const before = lines[at - 1]
    if (!before) text = written
    else if (ITEM.test(written)) text += `\n${written}`
    else if (box && isCutNumber(before, line, box)) text += written
    else text = joinText(text, written)
  }
  return text
}

/** A number that is longer than the cell is wide goes on in the next line; one that is not would have gone there whole. */
function isCutNumber(before: Line, line: Line, box: Box): boolean {
  const [last, first] = [before.words.at(-1), line.words[0]]
  if (!last || !first || !/[\d.,]$/.test(last.text) || !/^[\d.,]+%?$/.test(first.text)) return false
  const padding = Math.min(before.left, line.left) - box.left
  return before.words.length === 1 && box.right - before.right - padding < 0.5 * last.size
}

/** The cells with rows that no line keeps apart made rows of their own, where their numbers stand in line with each other. */
function withRowsApart(filled: readonly Filled[]): readonly Filled[] {
  const rows: Filled[][] = []
  const covered = new Set<number>()
  for (const cell of filled) {
    const { row, rowSpan } = cell.box
    const own = rows[row] ?? []
    rows[row] = own
    own.push(cell)
    if (rowSpan > 1) for (let at = row; at < row + rowSpan; at += 1) covered.add(at)
  }
  const height = filled.reduce((most, { box }) => Math.max(most, box.row + box.rowSpan), 0)
  const pieces = Array.from({ length: height }, (_, row) => (covered.has(row) ? [] : piecesOf(rows[row] ?? [])))
  if (pieces.every(({ length }) => length === 0)) return filled
  const starts: number[] = [0]
  for (const [row, found] of pieces.entries()) starts.push((starts[row] ?? 0) + Math.max(1, found.length))
  return rows.flatMap((cells, row) => {
    const start = starts[row] ?? row
    const found = pieces[row] ?? []
    if (found.length > 0) return found.flatMap((piece, at) => piece.map((cell) => moved(cell, start + at, 1)))
    return cells.map((cell) => moved(cell, start, (starts[row + cell.box.rowSpan] ?? start + 1) - start))
  })
}

function moved(cell: Filled, row: number, rowSpan: number): Filled {
  return { ...cell, box: { ...cell.box, row, rowSpan } }
}

/** The rows that stand in one ruled row, none when it is one: at least two columns hold numbers alone, in line with each other. */
function piecesOf(cells: readonly Filled[]): Filled[][] {
  const lines = cells.map(({ level }) => linesOf(level))
  const numeric = lines.map((own) => own.length > 1 && own.every((line) => NUMBER.test(textOfLine(line))))
  const numbers = lines.filter((_, at) => numeric[at])
  const rows = rowsAcross(lines)
  const anchors = rows.filter(({ parts }) => parts.some(({ column }) => numeric[column])).length
  if (numbers.length < 2 || anchors < 2 || numbers.some(({ length }) => length < 0.5 * anchors)) return []
  const groups = groupRows(rows, numeric)
  if (groups.length < 2) return []
  return groups.map((parts) =>
    cells.map((cell, column) => {
      const words = parts.filter((part) => part.column === column).flatMap(({ line }) => line.words)
      return { box: cell.box, level: words, upward: [] }
    }),
  )
}

/** Lines of different cells that stand beside each other. */
function rowsAcross(lines: readonly (readonly Line[])[]): Row[] {
  const rows: { base: number; size: number; parts: Row['parts'][number][] }[] = []
  const all = lines.flatMap((own, column) => own.map((line) => ({ line, column, span: 1 })))
  for (const part of all.toSorted((a, b) => a.line.base - b.line.base)) {
    const last = rows.at(-1)
    if (last && part.line.base - last.base <= 0.4 * part.line.size) last.parts.push(part)
    else rows.push({ base: part.line.base, size: part.line.size, parts: [part] })
  }
  return rows
}
