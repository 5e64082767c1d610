import type { Block, ReportDocument } from '../document.ts'
import type { Spot } from '../finding.ts'
import { readDates, reportDay } from './date.ts'
import type { DateMention, Reading, ReadParagraph, Reference, Statement } from './reading.ts'
import { readReferences } from './reference.ts'
import { readStatements } from './statement.ts'

/** What the running text says; documents and days that cells of tables name are in here too, their statements are not. */
export type TextParts = Pick<Reading, 'paragraphs' | 'references' | 'dates' | 'day'> & {
  readonly statements: readonly Statement[]
}

/** Paragraphs with the titles above them, their shares and fractions, and every document and day named anywhere. */
export function readTextParts(document: ReportDocument): TextParts {
  const paragraphs = readParagraphs(document)
  const texts = textsOf(document)
  return {
    paragraphs,
    statements: paragraphs.flatMap(({ spot, text }) =>
      readStatements(text).map((one): Statement => ({ spot, ...one })),
    ),
    references: texts.flatMap(({ spot, text }) => readReferences(text).map((one): Reference => ({ spot, ...one }))),
    dates: texts.flatMap(({ spot, text }) => readDates(text).map((one): DateMention => ({ spot, ...one }))),
    day: reportDay(document),
  }
}

export type PlacedText = { readonly spot: Spot; readonly text: string }

/** Every paragraph and every cell with its text, in document order. */
function textsOf(document: ReportDocument): readonly PlacedText[] {
  return document.blocks.flatMap(spotsOf)
}

const known = new WeakMap<ReportDocument, readonly PlacedText[]>()

/** Every paragraph and cell that holds words, in document order. Gathered once for all rules that ask. */
export function proseOf(document: ReportDocument): readonly PlacedText[] {
  const before = known.get(document)
  if (before) return before
  const prose = textsOf(document).filter(({ text }) => text.length > 8 && /\p{L}{2}/u.test(text))
  known.set(document, prose)
  return prose
}

/** The items of each paragraph and cell, found by `spotKey`. */
export function groupBySpot<Item extends { readonly spot: Spot }>(items: readonly Item[]): ReadonlyMap<string, Item[]> {
  return Map.groupBy(items, ({ spot }) => spotKey(spot))
}

/** One text for all places within the same paragraph or cell. */
export function spotKey({ block, row, column }: Spot): string {
  return `${block}:${row ?? ''}:${column ?? ''}`
}

function spotsOf(block: Block, index: number): readonly PlacedText[] {
  if (block.kind === 'paragraph') return [{ spot: { block: index }, text: block.text }]
  return block.rows.flatMap((row) =>
    row.map((cell) => ({ spot: { block: index, row: cell.row, column: cell.column }, text: cell.text })),
  )
}

/** Every paragraph under its headings: marked ones, else numbered titles (`I.`, `1.`, `6.2.`, `a)`). */
function readParagraphs(document: ReportDocument): readonly ReadParagraph[] {
  const above: { readonly level: number; readonly title: string }[] = []
  return document.blocks.flatMap((block, index) => {
    if (block.kind === 'table' || block.text.trim() === '') return []
    const level = block.heading ?? titleLevel(block.text)
    if (level !== null) while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    const paragraph = { spot: { block: index }, text: block.text, section: above.map(({ title }) => title) }
    if (level !== null) above.push({ level, title: block.text.replace(/\s+/g, ' ').trim() })
    return [paragraph]
  })
}

/** Deeper than any heading a word processor knows, so that numbered lines below a heading stay below it. */
const NUMBERED_FROM = 10
const MOST_TITLE = 250

/** How deep a numbered title stands (Roman above Arabic above letters), or `null` when the paragraph is running text. */
export function titleLevel(text: string): number | null {
  const line = text.trim()
  if (line.length > MOST_TITLE || line.includes('\n') || /[;:.…]$/u.test(line.replace(/^[\dIVX.]+$/u, ''))) return null
  if (/^(?:phần\s+)?(?:thứ\s+\p{L}+|[IVX]+)\s*[.:)/-]\s+\S/iu.test(line)) return NUMBERED_FROM
  const decimal = /^(\d{1,2}(?:\.\d{1,2})*)[.)]?\s+\p{L}/u.exec(line)
  if (decimal && /^\d+(?:\.\d+)+\.?\s|^\d+[.)]\s/u.test(line))
    return NUMBERED_FROM + (decimal[1] ?? '').split('.').length
  return /^[a-zđ][.)]\s+\p{L}/u.test(line) ? NUMBERED_FROM + 8 : null
}
