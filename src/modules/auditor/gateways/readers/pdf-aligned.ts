import type { Cell, Table } from '../../domain/document.ts'
import type { PagePart } from './pdf-parts.ts'
import { cutLine, joinText, type Line, lineOf, textOfLine, type Word } from './pdf-words.ts'

/** Parts of the letter size: a space between columns, and between lines of one table, at least and at most. */
const COLUMN_GAP = 0.9
const LINE_GAP = 3
/** A title stands farther from the table above it than the lines of the table from each other, by this factor. */
const WIDER = 1.25
/** Part of the lines that may cross the space between two columns: headings over several, sections. */
const CROSSING = 0.2
/** A number alone, or the dash that says there is none. */
export const NUMBER = /^[<>≥≤~]?[-+–]?(?:\d[\d.,]*)?\d\s*%?$|^[-–]$/

/** The parts of a page with its tables that have no rules, whose columns only their alignment shows. */
export function withAlignedTables(parts: readonly PagePart[], page: number): PagePart[] {
  const found: PagePart[] = []
  for (let at = 0; at < parts.length; ) {
    const lines = linesFrom(parts, at)
    const to = runLength(lines)
    const taken = lines.slice(0, Math.max(to, 1))
    const table = to >= 3 ? tableOf(taken, page) : null
    const [first, last] = [parts[at], parts[at + taken.length - 1]]
    if (table && first && last) found.push({ kind: 'table', top: first.top, bottom: last.bottom, table })
    else found.push(...parts.slice(at, at + Math.max(taken.length, 1)))
    at += Math.max(taken.length, 1)
  }
  return found
}

/** The lines from here on, up to the next table. */
function linesFrom(parts: readonly PagePart[], from: number): Line[] {
  const lines: Line[] = []
  for (let at = from; at < parts.length; at += 1) {
    const part = parts[at]
    if (part?.kind !== 'line') break
    lines.push(part.line)
  }
  return lines
}

function isCut(line: Line): boolean {
  return cutLine(line, COLUMN_GAP * line.size).length > 1
}

/** How many lines may be rows of one table: lines in several parts, with few others between them. None when the first is whole. */
function runLength(lines: readonly Line[]): number {
  let end = 0
  let widest = 0
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const gap = before ? line.base - before.base : 0
    if (gap > LINE_GAP * line.size || (at > 2 && gap > WIDER * widest && isTitle(line))) break
    if (at > 0 && at === end) widest = Math.max(widest, gap)
    if (isCut(line)) end = at + 1
    else if (at - end >= MOST_WHOLE || at === 0) break
  }
  return end
}

function isTitle(line: Line): boolean {
  return (
    !isCut(line) && /^(?:\d{1,2}(?:\.\d{1,2})*\.?\s|[IVX]+\.\s|[a-zđ]\)\s|Bảng|Biểu|Phụ lục)/u.test(textOfLine(line))
  )
}

/** Lines in one part that may follow each other within a table: a label of several lines, a section. */
const MOST_WHOLE = 4

type Column = { readonly left: number; readonly right: number }

function tableOf(lines: readonly Line[], page: number): Table | null {
  const columns = columnsOf(lines)
  if (columns.length < 2) return null
  const spreadLines = lines.map((line) => spread(line, columns))
  const numeric = columns.map((_, column) => isNumeric(spreadLines, column))
  const rows = spreadLines.map((row) => withNumbersApart(row, numeric))
  if (!numeric.includes(true)) return null
  const grouped = groupRows(rows, numeric)
  if (grouped.length < 3) return null
  return {
    kind: 'table',
    rows: grouped.map((parts, row) => cellsOf(parts, row, columns.length, page)),
    width: columns.length,
    origin: { page },
  }
}

/** Columns are what stands between the strips that nearly no line crosses; a narrow strip is one when none at all does. */
function columnsOf(lines: readonly Line[]): Column[] {
  const left = lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY)
  const size = lines[lines.length >> 1]?.size ?? 10
  const cut = lines.filter(isCut)
  const covered = coverage(cut, left)
  const most = CROSSING * cut.length
  const columns: { left: number; right: number }[] = []
  let free = 0
  let crossed = 0
  for (const [step, lines] of covered.entries()) {
    const x = step * STEP
    if (lines <= most) {
      free += STEP
      crossed = Math.max(crossed, lines)
      continue
    }
    const last = columns.at(-1)
    if (last && free < (crossed === 0 && cut.length >= 5 ? NARROW : WIDE) * size) last.right = left + x + STEP
    else columns.push({ left: left + x, right: left + x + STEP })
    free = 0
    crossed = 0
  }
  return columns
}

/** Parts of the letter size: strips between columns, and spaces that may be one. A space between words is a quarter. */
const WIDE = 0.6
const NARROW = 0.3
const SPACE = 0.29

/** Points. */
const STEP = 0.5

/** For each step from the left, how many of the lines have something there. */
function coverage(lines: readonly Line[], left: number): Uint16Array {
  const right = lines.reduce((most, line) => Math.max(most, line.right), left)
  const covered = new Uint16Array(Math.ceil((right - left) / STEP) + 1)
  for (const line of lines)
    for (const part of cutLine(line, SPACE * line.size)) {
      const to = Math.min(Math.ceil((part.right - left) / STEP), covered.length)
      for (let x = Math.floor((part.left - left) / STEP); x < to; x += 1) covered[x] = (covered[x] ?? 0) + 1
    }
  return covered
}

/** A part of a line and the columns over which it stands. */
type Part = { readonly line: Line; readonly column: number; readonly span: number }
export type Row = { readonly base: number; readonly size: number; readonly parts: readonly Part[] }

function spread(line: Line, columns: readonly Column[]): Row {
  const parts: Part[] = []
  for (const piece of piecesOf(line, columns)) {
    const [column, span] = place(piece, columns)
    const last = parts.at(-1)
    if (last && column < last.column + last.span) {
      const words: Word[] = [...last.line.words, ...piece.words]
      const over = Math.max(last.column + last.span, column + span) - last.column
      parts[parts.length - 1] = { line: lineOf(words, line.base, line.size), column: last.column, span: over }
    } else parts.push({ line: piece, column, span })
  }
  return { base: line.base, size: line.size, parts }
}

/** The line cut at its wide spaces, and at smaller ones between two columns. */
function piecesOf(line: Line, columns: readonly Column[]): Line[] {
  return cutLine(line, 0.5 * line.size).flatMap((piece) => {
    const parts: Word[][] = [[]]
    for (const [at, word] of piece.words.entries()) {
      const before = piece.words[at - 1]
      if (before && word.left - before.right > SPACE * line.size && standsBetween(before, word, columns)) parts.push([])
      parts.at(-1)?.push(word)
    }
    return parts.map((words) => lineOf(words, line.base, line.size))
  })
}

function standsBetween(before: Word, word: Word, columns: readonly Column[]): boolean {
  return columns.some(({ right }, at) => {
    const next = columns[at + 1]
    return next !== undefined && before.right <= right + 1.5 && word.left >= next.left - 1.5
  })
}

function place(piece: Line, columns: readonly Column[]): readonly [number, number] {
  const touched = columns.flatMap(({ left, right }, column) =>
    piece.left < right && piece.right > left ? [column] : [],
  )
  const first = touched[0]
  if (first !== undefined) return [first, (touched.at(-1) ?? first) - first + 1]
  const middle = (piece.left + piece.right) / 2
  const far = columns.map(({ left, right }) => Math.max(left - middle, middle - right))
  return [far.indexOf(Math.min(...far)), 1]
}

/** Two numbers in one column, and none in the next, of numbers too: the one beside the other belongs there. */
function withNumbersApart(row: Row, numeric: readonly boolean[]): Row {
  const parts = row.parts.flatMap((part, at) => {
    const { words } = part.line
    const room = (row.parts[at + 1]?.column ?? numeric.length) - part.column
    const belong = words.length > 1 && words.length <= room && words.every(({ text }) => NUMBER.test(text))
    if (!belong || part.span > 1 || words.some((_, next) => !numeric[part.column + next])) return [part]
    return words.map((word, next) => ({
      line: lineOf([word], row.base, row.size),
      column: part.column + next,
      span: 1,
    }))
  })
  return { ...row, parts }
}

/** Numbers in at least three rows, and in most that say anything. */
function isNumeric(rows: readonly Row[], column: number): boolean {
  const texts = rows.flatMap(({ parts }) =>
    parts.filter((part) => part.column === column && part.span === 1).map(({ line }) => textOfLine(line)),
  )
  const numbers = texts.filter((text) => NUMBER.test(text)).length
  return numbers >= 3 && numbers >= 0.6 * texts.length
}

/**
 * Lines put together to rows. A line with a number in a column of numbers is a row of its own; lines without one belong to the row
 * that is nearer, for cells of several lines stand closer than rows do. What is above the first number is header, line by line.
 */
export function groupRows(rows: readonly Row[], numeric: readonly boolean[]): Part[][] {
  const anchored = rows.map((row) => isAnchor(row, numeric))
  const first = anchored.indexOf(true)
  const joins = rows.map((row, at) => {
    if (anchored[at]) return 0
    const above = row.base - (rows[at - 1]?.base ?? Number.NEGATIVE_INFINITY)
    const below = (rows[at + 1]?.base ?? Number.POSITIVE_INFINITY) - row.base
    // Nearer than lines stand: the number is beside the middle of its label.
    if (at < first) return at === first - 1 && below < 0.85 * row.size && below < above ? 1 : 0
    if (row.parts.some(({ span }) => span > 1) || (above > 1.6 * row.size && below > 1.6 * row.size)) return 0
    return below < above - 0.5 ? 1 : -1
  })
  const groups: Part[][] = []
  for (const [at, row] of rows.entries()) {
    const last = groups.at(-1)
    if (last && (joins[at] === -1 || joins[at - 1] === 1)) last.push(...row.parts)
    else groups.push([...row.parts])
  }
  return groups
}

function isAnchor(row: Row, numeric: readonly boolean[]): boolean {
  return row.parts.some(({ line, column, span }) => span === 1 && numeric[column] && NUMBER.test(textOfLine(line)))
}

function cellsOf(parts: readonly Part[], row: number, width: number, page: number): Cell[] {
  const cells: Cell[] = []
  for (let column = 0; column < width; ) {
    const own = parts.filter((part) => part.column === column)
    const span = Math.max(1, ...own.map(({ span }) => span))
    // A section's title has its line to itself.
    const columnSpan = span > 1 && parts.length === 1 ? width - column : span
    const words = own.flatMap(({ line }) => line.words)
    cells.push({
      text: own.map(({ line }) => textOfLine(line)).reduce((text, next) => (text ? joinText(text, next) : next), ''),
      row,
      column,
      ...(columnSpan > 1 ? { columnSpan } : {}),
      ...(words.length > 0 && words.every(({ bold }) => bold) ? { bold: true } : {}),
      origin: { page },
    })
    column += columnSpan
  }
  return cells
}
