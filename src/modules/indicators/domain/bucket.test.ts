import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '#kernel/calendar.ts'
import { CALENDAR, CUT_OFF, PERIOD_KINDS, periodRange, periodsOfYear } from '#kernel/period.ts'
import { bucketOf, bucketRange, cutIntoBuckets } from './bucket.ts'

const anyDay = fc.integer({ min: 0, max: 100_000 }).map((n) => addDays('1901-01-01', n))

test('November 2026 by cut-off is the second half of October and the first of November', () => {
  const cut = cutIntoBuckets({ from: '2026-10-15', to: '2026-11-14' })
  expect(cut).toEqual({ whole: { first: bucketOf('2026-10-20'), last: bucketOf('2026-11-03') }, edges: [] })
})

test('every day lies in its bucket, and buckets follow each other without a gap', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const { from, to } = bucketRange(bucketOf(day))
      expect(from <= day && day <= to).toBe(true)
      expect(bucketOf(addDays(to, 1))).toBe(bucketOf(day) + 1)
      expect(bucketOf(addDays(from, -1))).toBe(bucketOf(day) - 1)
    }),
  )
})

test('whole buckets and edges hold each day of the range exactly once', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 800 }), (from, length) => {
      const to = addDays(from, length)
      const { whole, edges } = cutIntoBuckets({ from, to })
      const ranges = [
        ...edges,
        ...(whole ? [{ from: bucketRange(whole.first).from, to: bucketRange(whole.last).to }] : []),
      ]
      const sorted = ranges.toSorted((a, b) => (a.from < b.from ? -1 : 1))
      expect(sorted[0]?.from).toBe(from)
      expect(sorted.at(-1)?.to).toBe(to)
      sorted.slice(1).forEach((range, index) => expect(range.from).toBe(addDays(sorted[index]?.to ?? '', 1)))
      for (const edge of edges) expect(daysBetween(edge.from, edge.to)).toBeLessThan(16)
    }),
  )
})

test('every period of both regimes is whole buckets', () => {
  for (const regime of [CUT_OFF, CALENDAR]) {
    for (const period of PERIOD_KINDS.flatMap((kind) => periodsOfYear(kind, 2024))) {
      expect(cutIntoBuckets(periodRange(period, regime)).edges).toEqual([])
    }
  }
})
