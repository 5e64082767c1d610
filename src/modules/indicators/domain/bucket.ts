import { addDays, type Day, dayOf } from '#kernel/calendar.ts'
import type { DayRange } from '#kernel/period.ts'

/**
 * Half months are counted from January 1900: two a month, 1–14 and 15–end. A calendar month is two of them, a cut-off month
 * (15th to 14th) is two of them as well, so both regimes are sums of whole buckets.
 */
export type Bucket = number

const FIRST_YEAR = 1900
const SECOND_HALF_FROM = 15

/** The bucket in which a day falls. */
export function bucketOf(day: Day): Bucket {
  const month = (Number(day.slice(0, 4)) - FIRST_YEAR) * 12 + Number(day.slice(5, 7)) - 1
  return month * 2 + (Number(day.slice(8, 10)) >= SECOND_HALF_FROM ? 1 : 0)
}

/** First and last day of a bucket. */
export function bucketRange(bucket: Bucket): DayRange {
  const month = Math.floor(bucket / 2)
  const [year, monthOfYear] = [FIRST_YEAR + Math.floor(month / 12), (month % 12) + 1]
  return bucket % 2 === 0
    ? { from: dayOf(year, monthOfYear, 1), to: dayOf(year, monthOfYear, SECOND_HALF_FROM - 1) }
    : { from: dayOf(year, monthOfYear, SECOND_HALF_FROM), to: dayOf(year, monthOfYear, 31) }
}

export type Buckets = { readonly first: Bucket; readonly last: Bucket }
export type Cut = {
  /** The whole buckets inside the range; null when there is none. */
  readonly whole: Buckets | null
  /** What is left at both ends: to be added up from the facts themselves. At most two, each within one bucket. */
  readonly edges: readonly DayRange[]
}

/** A range of days as whole buckets and the odd days at its ends. */
export function cutIntoBuckets({ from, to }: DayRange): Cut {
  if (from > to) return { whole: null, edges: [] }
  const [start, end] = [bucketOf(from), bucketOf(to)]
  const startWhole = bucketRange(start).from === from
  const endWhole = bucketRange(end).to === to
  if (start === end) {
    return startWhole && endWhole
      ? { whole: { first: start, last: end }, edges: [] }
      : { whole: null, edges: [{ from, to }] }
  }
  const first = startWhole ? start : start + 1
  const last = endWhole ? end : end - 1
  const edges = [
    ...(startWhole ? [] : [{ from, to: addDays(bucketRange(first).from, -1) }]),
    ...(endWhole ? [] : [{ from: bucketRange(end).from, to }]),
  ]
  return { whole: first <= last ? { first, last } : null, edges }
}
