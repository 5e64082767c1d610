import type { Block, Cell, Paragraph, ReportDocument, Table } from '../../domain/document.ts'
import { type FileFault, MOST_CELLS, MOST_COLUMNS, tooLong, tooWide } from '../fault.ts'
import { decodeText } from './decode.ts'
import { isPipedTable, type Piped, pipedLine, pipedTable } from './piped.ts'

/** A plain text as a document: its lines are paragraphs, lines with tabs that follow each other are one table. */
export async function readText(bytes: Uint8Array, name: string): Promise<ReportDocument | FileFault> {
  const text = decodeText(bytes)
  if (typeof text !== 'string') return text
  const lines = text.split(/[\n\f]/)
  const fault = textTooLarge(lines)
  return fault ?? { name, format: 'text', blocks: blocksOf(lines) }
}

/** Characters of one line: a book without line ends is no report. */
const LONGEST_LINE = 200_000

/** The refusal of lines that are more, longer or wider than any report has. */
export function textTooLarge(lines: readonly string[]): FileFault | null {
  if (lines.length > MOST_CELLS) return tooLong(MOST_CELLS)
  let cells = 0
  for (const line of lines) {
    const wide = line.split(/[\t|]/, MOST_COLUMNS + 1).length
    if (wide > MOST_COLUMNS) return tooWide()
    if (line.length > LONGEST_LINE) return { fault: 'auditor/file-too-long' }
    cells += wide
  }
  return cells > MOST_CELLS ? tooLong(MOST_CELLS) : null
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const run = tabbedRun(lines, at) ?? pipedRun(lines, at)
    if (run) {
      for (const block of run.blocks) blocks.push(block)
      at = run.next
    } else {
      const text = lines[at] ?? ''
      at += 1
      if (text.trim() !== '') blocks.push(paragraph(text, at))
    }
  }
  return blocks
}

type Run = { readonly blocks: readonly Block[]; readonly next: number }

/** `# Title` is the one form of heading that plain text is sure of. */
function paragraph(text: string, line: number): Paragraph {
  const heading = markedHeading(text)
  if (heading?.text) return { kind: 'paragraph', ...heading, origin: { line } }
  return { kind: 'paragraph', text: text.trim(), origin: { line } }
}

/** The title and level of `## Title ##`, or `null` for any other line. */
export function markedHeading(line: string): { readonly text: string; readonly heading: number } | null {
  const marks = /^ {0,3}(#{1,6})(?=\s|$)/.exec(line)?.[1]
  if (!marks) return null
  const title = line.trim().slice(marks.length).trim()
  let end = title.length
  while (title[end - 1] === '#') end -= 1
  const closed = end === 0 || /\s/.test(title[end - 1] ?? '')
  return { text: closed ? title.slice(0, end).trim() : title, heading: marks.length }
}

const DASHES = /^[\s\-–—_=]+$/
/** A title of the next table, not a row of this one. */
const TITLE = /^\s*(?:bảng|biểu|phụ lục)(?: số)? \d/iu

/** The table that begins on this line, with everything that is a row of it. */
function tabbedRun(lines: readonly string[], from: number): Run | null {
  if (!isTabbed(lines[from])) return null
  let next = from + 1
  while (next < lines.length && (isTabbed(lines[next]) || isWholeRow(lines, next))) next += 1
  const rows: TextRow[] = []
  for (let at = from; at < next; at += 1) {
    const text = lines[at] ?? ''
    if (!isDashes(text)) rows.push({ text, line: at + 1 })
  }
  while (isEmptyRow(rows.at(-1))) rows.pop()
  while (isEmptyRow(rows[0])) rows.shift()
  return { blocks: rows.length === 0 ? [] : (indented(rows) ?? listed(rows) ?? [tabbedTable(rows)]), next }
}

type TextRow = { readonly text: string; readonly line: number }

function isTabbed(line: string | undefined): boolean {
  return line?.includes('\t') ?? false
}

function isEmptyRow(row: TextRow | undefined): boolean {
  return row !== undefined && row.text.trim() === ''
}

/** Dashes in every cell that is not empty; a lone `-` means "none" and is a cell like any other. */
function isDashes(line: string): boolean {
  const cells = line.split('\t').filter((cell) => cell.trim() !== '')
  return cells.length > 0 && cells.every((cell) => DASHES.test(cell) && /[-–—_=]{2}/.test(cell))
}

/** A line without tabs directly between two lines of the table goes over its whole width. */
function isWholeRow(lines: readonly string[], at: number): boolean {
  const text = lines[at] ?? ''
  if (isDashes(text)) return true
  return text.trim() !== '' && isTabbed(lines[at - 1]) && isTabbed(lines[at + 1]) && !TITLE.test(text)
}

/** Paragraphs that begin with a tab are indented, not a table. */
function indented(rows: readonly TextRow[]): Paragraph[] | null {
  if (!rows.every(({ text }) => /^\t{1,2}[^\t]+$/.test(text))) return null
  return rows.map(({ text, line }) => paragraph(text, line))
}

/** `1.⇥Text`, `a)⇥Text`, `-⇥Text`: a list as word processors copy it. */
function listed(rows: readonly TextRow[]): Paragraph[] | null {
  if (!rows.every(({ text }) => /^\t*(?:(?:\d{1,3}|[a-zđ]|[IVX]{1,5})[.)]|[-+*•–])\t[^\t]+$/u.test(text))) return null
  return rows.map(({ text, line }) => paragraph(text.trim().replace('\t', ' '), line))
}

function tabbedTable(lines: readonly TextRow[]): Table {
  const split = lines.map(({ text }) => text.split('\t').map((cell) => cell.trim()))
  const width = split.reduce((widest, cells) => Math.max(widest, cells.length), 0)
  const rows = split.map((cells, row): Cell[] => {
    const origin = { line: lines[row]?.line ?? 1 }
    if (cells.length === 1) return [{ text: cells[0] ?? '', row, column: 0, columnSpan: width, origin }]
    return cells.map((text, column) => ({ text, row, column, origin }))
  })
  return { kind: 'table', rows, width, origin: { line: lines[0]?.line ?? 1 } }
}

/** The table drawn with `|` that begins on this line, or the paragraphs that only look like one. */
function pipedRun(lines: readonly string[], from: number): Run | null {
  const found: Piped[] = []
  let next = from
  for (; next < lines.length; next += 1) {
    const line = isTabbed(lines[next]) ? null : pipedLine(lines[next] ?? '', next + 1)
    if (!line) break
    found.push(line)
  }
  if (found.length === 0) return null
  const texts = lines.slice(from, next)
  if (isPipedTable(found, texts)) return { blocks: [pipedTable(found)], next }
  return { blocks: texts.map((text, at) => paragraph(text, from + at + 1)), next }
}
