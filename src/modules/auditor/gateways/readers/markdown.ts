import type { Block, Paragraph, ReportDocument, Table } from '../../domain/document.ts'
import { type FileFault, isFault } from '../fault.ts'
import { decodeText } from './decode.ts'
import { htmlBlocks } from './html.ts'
import { inlineText, isStrong } from './markdown-text.ts'
import { isPipedTable, type Piped, pipedLine, pipedTable } from './piped.ts'
import { markedHeading, textTooLarge } from './text.ts'

/** A Markdown text as a document: headings, paragraphs, list items with their numbers as written, tables of GFM and of HTML. */
export async function readMarkdown(bytes: Uint8Array, name: string): Promise<ReportDocument | FileFault> {
  const text = decodeText(bytes)
  if (typeof text !== 'string') return text
  const lines = text.split('\n')
  const fault = textTooLarge(lines)
  if (fault) return fault
  const blocks = blocksOf(lines)
  return isFault(blocks) ? blocks : { name, format: 'md', blocks }
}

/** What stands at one place, and the index of the line behind it. */
type Part = { readonly blocks: readonly Block[]; readonly next: number }

function blocksOf(lines: readonly string[]): Block[] | FileFault {
  const blocks: Block[] = []
  let at = afterFrontMatter(lines)
  while (at < lines.length) {
    const part = blank(lines, at) ?? fenced(lines, at) ?? page(lines, at) ?? heading(lines, at) ?? table(lines, at)
    const found = part ?? paragraph(lines, at)
    if (isFault(found)) return found
    for (const block of found.blocks) blocks.push(block)
    at = found.next
  }
  return blocks
}

/** Settings between two `---` at the top are no part of the text. */
function afterFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---' || !/^[\w-]+\s*:/.test(lines[1] ?? '')) return 0
  return lines.findIndex((line, at) => at > 0 && line.trim() === '---') + 1
}

const THEMATIC_BREAK = /^ {0,3}(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/

function blank(lines: readonly string[], at: number): Part | null {
  const line = lines[at] ?? ''
  return unquoted(line).trim() === '' || THEMATIC_BREAK.test(line) ? { blocks: [], next: at + 1 } : null
}

/** The line without the marks of a quotation. */
function unquoted(line: string): string {
  return line.replace(/^[> ]*>[> ]*/, '')
}

function fenced(lines: readonly string[], at: number): Part | null {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(lines[at] ?? '')?.[1]
  if (!fence) return null
  let last = at + 1
  while (last < lines.length && !lines[last]?.trim().startsWith(fence)) last += 1
  const text = lines
    .slice(at + 1, last)
    .join('\n')
    .trim()
  return { blocks: text ? [{ kind: 'paragraph', text, origin: { line: at + 2 } }] : [], next: last + 1 }
}

const TAG = /^ {0,3}<(?:!--|\/?(?:table|div|p|h[1-6]|ul|ol|dl|pre|center|section|article|details|style|script)\b)/i

/** HTML in the text: to the next blank line, a table to its end. */
function page(lines: readonly string[], at: number): Part | FileFault | null {
  if (!TAG.test(lines[at] ?? '')) return null
  let next = at
  let open = 0
  do {
    const line = lines[next] ?? ''
    open += (line.match(/<table\b/gi)?.length ?? 0) - (line.match(/<\/table\s*>/gi)?.length ?? 0)
    next += 1
  } while (next < lines.length && (open > 0 || lines[next]?.trim() !== ''))
  const blocks = htmlBlocks(lines.slice(at, next).join('\n'))
  if (isFault(blocks)) return blocks
  return { blocks: blocks.map((block) => ({ ...block, origin: { line: at + 1 } })), next }
}

function heading(lines: readonly string[], at: number): Part | null {
  const line = lines[at] ?? ''
  const marked = markedHeading(line)
  if (marked) return { blocks: marked.text ? [headingOf(marked.text, marked.heading, at)] : [], next: at + 1 }
  const under = /^ {0,3}(=+|-+) *$/.exec(lines[at + 1] ?? '')?.[1]
  if (!under || isItem(line) || line.includes('|')) return null
  return { blocks: [headingOf(line, under.startsWith('=') ? 1 : 2, at)], next: at + 2 }
}

function headingOf(title: string, level: number, at: number): Paragraph {
  return { kind: 'paragraph', text: inlineText(title), heading: level, origin: { line: at + 1 } }
}

function table(lines: readonly string[], at: number): Part | null {
  const found: Piped[] = []
  let next = at
  for (; next < lines.length; next += 1) {
    const line = pipedLine(unquoted(lines[next] ?? ''), next + 1)
    if (!line) break
    found.push(line)
  }
  if (found.length === 0) return null
  const single = found[0]?.rule === false && found[1]?.rule === true
  if (single || isPipedTable(found, lines.slice(at, next))) return { blocks: [withoutMarks(pipedTable(found))], next }
  const blocks = found.map(
    ({ line }): Paragraph => ({
      kind: 'paragraph',
      text: inlineText(lines[line - 1] ?? ''),
      origin: { line },
    }),
  )
  return { blocks, next }
}

function withoutMarks(table: Table): Table {
  const rows = table.rows.map((row) =>
    row.map((cell) => ({ ...cell, text: inlineText(cell.text), ...(isStrong(cell.text) ? { bold: true } : {}) })),
  )
  return { ...table, rows }
}

/** `-`, `1.`, `2)` of Markdown, and `a)`, `đ)` of official texts: each begins a paragraph of its own. */
const ITEM = /^\s*([-*+•–]|\d{1,9}[.)]|[a-zđ][)])\s+(?=\S)/u

function isItem(line: string): boolean {
  return ITEM.test(line)
}

/** The paragraph or list item that begins on the line; lines that follow belong to it until something else begins. */
function paragraph(lines: readonly string[], at: number): Part {
  const parts: string[] = []
  let next = at
  do {
    const line = unquoted(lines[next] ?? '')
    const hard = line.endsWith('  ') || line.endsWith('\\')
    parts.push(line.trim().replace(/\\$/, ''), hard ? '\n' : ' ')
    next += 1
  } while (next < lines.length && !begins(lines, next))
  const text = parts.slice(0, -1).join('')
  const [lead, mark] = ITEM.exec(text) ?? []
  const rest = text.slice(lead?.length ?? 0).replace(/^\[[ xX]\] /, '')
  const written = rest.split('\n').map(inlineText).join('\n')
  const item = mark === '*' || mark === '+' ? '-' : mark
  return {
    blocks: [{ kind: 'paragraph', text: item ? `${item} ${written}` : written, origin: { line: at + 1 } }],
    next,
  }
}

function begins(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (blank(lines, at) || isItem(line) || TAG.test(line) || /^ {0,3}(?:#{1,6}(?:\s|$)|`{3}|~{3})/.test(line))
    return true
  return line.includes('|') && (pipedLine(line, 1)?.rule === true || pipedLine(lines[at + 1] ?? '', 1)?.rule === true)
}
