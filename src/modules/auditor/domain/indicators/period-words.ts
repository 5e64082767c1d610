import { fold } from '#kernel/text.ts'
import type { ReadTable } from '../reading/reading.ts'

const PERIOD =
  /\b(?:(?:qui|quy) (?:iv|i{1,3}|[1-4])\b|thang \d{1,2}\b|\d{1,2} thang\b|(?:6|sau|9|chin|03|3) thang(?: dau| cuoi)? nam|nam (?:truoc|ngoai|nay)|(?:nam )?(?:19|20)\d\d\b|ki truoc|ki nay|cung ki|luy ke|tu dau (?:nam|nhiem ki)|nam hoc)/g

/** The periods a text names, in one order, as one text: equal for texts that speak of the same time as far as they say. */
export function periodWords(text: string): string {
  return [...new Set([...fold(text).matchAll(PERIOD)].map(([found]) => found))].toSorted().join('|')
}

const times = new WeakMap<ReadTable, string>()

/** Whether two tables speak of the same time as far as their titles say. */
export function sameTime(a: ReadTable, b: ReadTable): boolean {
  return timeOf(a) === timeOf(b)
}

function timeOf(table: ReadTable): string {
  const known = times.get(table)
  if (known !== undefined) return known
  const made = periodWords(`${table.section.at(-1) ?? ''} ${table.title}`)
  times.set(table, made)
  return made
}
