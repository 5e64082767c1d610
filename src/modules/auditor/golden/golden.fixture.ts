import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fold } from '#kernel/text.ts'
import type { Block, ReportDocument } from '../domain/document.ts'
import type { Finding, Place, Severity } from '../domain/finding.ts'
import { isFault } from '../gateways/fault.ts'
import { readText } from '../gateways/readers/text.ts'

/** One thing that is wrong in a golden report; see README.md. */
export type Entry = {
  readonly id: string
  readonly severity: Severity
  readonly row: string
  readonly cells: readonly string[]
  readonly says: string
}

/** The names of the golden reports, without their ending. */
export const GOLDEN: readonly string[] = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.txt'))
  .map((file) => file.slice(0, -'.txt'.length))

/** The golden report as it is read from its text. */
export async function readGolden(name: string): Promise<ReportDocument> {
  const read = await readText(readFileSync(join(import.meta.dirname, `${name}.txt`)), `${name}.txt`)
  if (isFault(read)) throw new Error(`${name}: ${read.fault}`)
  return read
}

/** What is listed by hand as wrong in the report; nothing for a report that is right. */
export function listed(name: string): readonly Entry[] {
  if (!readdirSync(import.meta.dirname).includes(`${name}.findings.json`)) return []
  const text = readFileSync(join(import.meta.dirname, `${name}.findings.json`), 'utf8')
  return (JSON.parse(text) as { readonly entries: readonly Entry[] }).entries
}

const RANK = { proved: 0, likely: 1, look: 2 } as const

/** The entries that no finding speaks of, of their severity or graver. Only places count, not which rule found them or how it says so. */
export function missed(entries: readonly Entry[], findings: readonly Finding[], document: ReportDocument): Entry[] {
  return entries.filter(
    (entry) =>
      !findings.some(
        (finding) =>
          RANK[finding.severity] <= RANK[entry.severity] &&
          finding.places.some((place) => speaksOf(place, entry, document)),
      ),
  )
}

/** Whether the finding touches anything that is listed. */
export function isListed(finding: Finding, entries: readonly Entry[], document: ReportDocument): boolean {
  return finding.places.some((place) => entries.some((entry) => speaksOf(place, entry, document)))
}

function speaksOf(place: Place, { row, cells }: Entry, document: ReportDocument): boolean {
  const block = document.blocks[place.block]
  if (!block || !has(rowText(block, place), row)) return false
  const touched = touchedText(block, place)
  return cells.some((cell) => has(touched, cell) || (touched !== '' && place.from !== undefined && has(cell, touched)))
}

function has(text: string, part: string): boolean {
  return fold(text).includes(fold(part))
}

/** The words that a place means: its characters, or all of its cell, row or paragraph. */
function touchedText(block: Block, place: Place): string {
  const row = block.kind === 'table' ? (block.rows[place.row ?? -1] ?? []) : []
  const cell = row.find(({ column }) => column === place.column)
  const text = block.kind === 'paragraph' ? block.text : (cell?.text ?? row.map((one) => one.text).join('\t'))
  // A cell is short: whoever points at it means it. Of a paragraph only the marked words are meant.
  return block.kind === 'table' || place.from === undefined ? text : text.slice(place.from, place.to)
}

function rowText(block: Block, { row }: Place): string {
  if (block.kind === 'paragraph') return block.text
  return (block.rows[row ?? -1] ?? []).map(({ text }) => text).join('\t')
}
