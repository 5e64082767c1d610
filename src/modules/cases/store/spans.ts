import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'

/** A unit's days, both included, whose counts belong to a row of a table. */
export type Span = { readonly row: number; readonly unitId: string; readonly from: Day; readonly to: Day }

export const spanRows = (spans: readonly Span[]) => sql`
  unnest(${spans.map(({ row }) => row)}::int[], ${spans.map(({ unitId }) => unitId)}::uuid[], ${spans.map(({ from }) => from)}::date[],
    ${spans.map(({ to }) => to)}::date[]) as s (row, unit_id, from_day, to_day)`
export const inSpan = (measure: ReturnType<typeof sql>) => sql`
  r.measure = ${measure} and r.unit_id = s.unit_id and r.day between s.from_day and s.to_day`
