import type { Table } from '../domain/document.ts'
import type { Severity } from '../domain/finding.ts'
import type { State } from '../domain/finding-words.ts'
import type { TextMark } from './marked-text.ts'
import type { ShownFinding } from './shown-finding.ts'
import type { ShownSpot } from './spot.ts'
import { cellAt } from './table-grid.ts'

/** A place of a finding in the document. */
export type Mark = TextMark & {
  readonly number: number
  readonly severity: Severity
  readonly state: State
  /** Which of the finding's places it is, from 0. */
  readonly place: number
  readonly row?: number | undefined
  readonly column?: number | undefined
}

/** The chosen finding: which one, and what proves and corrects it. */
export type Chosen = {
  readonly id: string
  readonly blocks: ReadonlySet<number>
  readonly confirmedBy: readonly ShownSpot[]
  readonly changes: readonly { readonly spot: ShownSpot; readonly to: string }[]
}

/** The places of the findings by the block they stand in. */
export function marksByBlock(findings: readonly ShownFinding[]): ReadonlyMap<number, readonly Mark[]> {
  const all = findings.flatMap(({ id, number, severity, state, places }) =>
    places.map(({ block, row, column, from, to }, place) => ({
      block,
      mark: { id, number, severity, state, place, row, column, from, to },
    })),
  )
  const groups = Map.groupBy(all, ({ block }) => block)
  return new Map([...groups].map(([block, list]) => [block, list.map(({ mark }) => mark)]))
}

/** What a page shows of the chosen finding, in whichever blocks it stands. */
export function chosenOf(finding: ShownFinding | undefined): Chosen | null {
  if (!finding) return null
  const confirmedBy = finding.correction?.confirmedBy ?? []
  const changes = finding.correction?.changes ?? []
  const spots: readonly ShownSpot[] = [...finding.places, ...confirmedBy, ...changes.map(({ spot }) => spot)]
  return { id: finding.id, blocks: new Set(spots.map(({ block }) => block)), confirmedBy, changes }
}

/** The cell a spot of a table is about: where it begins; the first cell when it names no cell. */
export function cellKey(table: Table, { row, column }: Pick<ShownSpot, 'row' | 'column'>): string {
  const found =
    row === undefined ? table.rows[0]?.[0] : column === undefined ? table.rows[row]?.[0] : cellAt(table, row, column)
  return found ? `${found.row}.${found.column}` : `${row ?? 0}.${column ?? 0}`
}

/** The marks of a table by cell. */
export function marksByCell(table: Table, marks: readonly Mark[]): ReadonlyMap<string, readonly Mark[]> {
  return Map.groupBy(marks, (mark) => cellKey(table, mark))
}

const WEIGHT = { proved: 0, likely: 1, look: 2 } as const

/** The mark that lends a piece of text its look: one that is open before one that is decided, the gravest first. */
export function foremost(marks: readonly Mark[]): Mark | undefined {
  const weight = ({ severity, state }: Mark) => WEIGHT[severity] + (state === 'open' ? 0 : 10)
  return marks.toSorted((a, b) => weight(a) - weight(b))[0]
}

/** What a click on a piece of text opens: the next of its findings, beginning with the foremost. */
export function nextOf(marks: readonly Mark[], chosen: string | null): string | null {
  const ids = [...new Set(marks.map(({ id }) => id))]
  const at = chosen === null ? -1 : ids.indexOf(chosen)
  return at < 0 ? (foremost(marks)?.id ?? null) : (ids[(at + 1) % ids.length] ?? null)
}
