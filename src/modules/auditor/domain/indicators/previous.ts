import { fold } from '#kernel/text.ts'
import { NOTHING_KNOWN } from '../knowledge.ts'
import { read } from '../reading/read.ts'
import type { ReadColumn, Reading, ReadTable } from '../reading/reading.ts'
import { periodIn, titleOf } from '../title.ts'
import { type CountCell, countCells } from './count-cell.ts'

/** A table of this report and the one of the report before that has the same rows and columns. */
export type Successor = { readonly now: ReadTable; readonly before: ReadTable }

const known = new WeakMap<Reading, Reading | null>()

/** The report of the period before as understood; `null` when there is none, or when it is an earlier version of this very report. */
export function previousReading(reading: Reading): Reading | null {
  const made = known.get(reading)
  if (made !== undefined) return made
  const { previous } = reading.knowledge
  const understood = previous && !isSamePeriod(reading) ? read(previous, NOTHING_KNOWN) : null
  known.set(reading, understood)
  return understood
}

function isSamePeriod(reading: Reading): boolean {
  const { previous } = reading.knowledge
  if (!previous) return true
  const [now, before] = [periodIn(titleOf(reading.document)), periodIn(titleOf(previous))]
  return now === null || before === null || now === before
}

/** Tables of both reports that tell of the same things, each with its only counterpart. */
export function successors(reading: Reading, before: Reading): readonly Successor[] {
  const old = Map.groupBy(before.tables, shapeOf)
  const own = Map.groupBy(reading.tables, shapeOf)
  return [...own].flatMap(([shape, tables]): readonly Successor[] => {
    const [now, ...more] = tables
    const [then, ...others] = old.get(shape) ?? []
    return now && then && more.length === 0 && others.length === 0 ? [{ now, before: then }] : []
  })
}

/** What the table is about without the time it speaks of. */
function shapeOf({ title, columns }: ReadTable): string {
  return [title, ...columns.map(({ header }) => header)].map(withoutTime).join('|')
}

/** Words of a header or title without periods and numbers: `Quý II/2024` and `Quý I/2024` are one. */
export function withoutTime(text: string): string {
  return fold(text)
    .replace(/\b(?:qui|quy) (?:iv|i{1,3}|[1-4])\b|\bthang\b|\b(?:ba|sau|chin)\b|\bnam\b|\b[ivx]+\b|\d+/g, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
}

/** The counts of a column by the label of their row; labels that stand twice are left out. */
export function byLabel(reading: Reading, table: ReadTable, column: ReadColumn): ReadonlyMap<string, CountCell> {
  const cells = countCells(reading).all.filter((cell) => cell.table === table && cell.column === column.index)
  const groups = Map.groupBy(cells, ({ row }) => fold(table.rows[row]?.label ?? ''))
  return new Map(
    [...groups].flatMap(([label, [only, ...more]]) =>
      label !== '' && only && more.length === 0 ? [[label, only] as const] : [],
    ),
  )
}
