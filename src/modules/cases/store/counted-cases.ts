import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { CountedCase } from '../domain/counted-case.ts'
import { inSpan, type Span, spanRows } from './spans.ts'

export type ListedCase = {
  readonly caseId: string
  readonly day: Day
  readonly value: number
  readonly unitId: string
  /** Null where row security hides the case. */
  readonly visibleId: string | null
  readonly code: string | null
  readonly procedureName: string | null
  readonly business: CountedCase['business'] | null
  readonly receivedAt: Date | null
  readonly dueAt: Date | null
  readonly endedAt: Date | null
}
export type Page = { readonly after: { readonly day: Day; readonly caseId: string } | null; readonly limit: number }
export type Listing = { readonly rows: readonly ListedCase[]; readonly total: number }

/** One page of counted cases, by day and id, with what the reader may see of each; and what all pages add up to. */
export async function listing(tx: Tx, counted: ReturnType<typeof sql>, { after, limit }: Page): Promise<Listing> {
  const [{ rows }, total] = await Promise.all([
    sql<ListedCase>`
      select p.case_id, p.day, p.value, p.unit_id, c.id as visible_id, c.code, c.procedure_name, c.business, c.received_at, c.due_at,
        c.ended_at
      from (
        select * from (${counted}) r
        where ${after === null}::boolean or (r.day, r.case_id) > (${after?.day ?? null}::date, ${after?.caseId ?? null}::uuid)
        order by r.day, r.case_id limit ${limit}) p
      left join cases."case" c on c.id = p.case_id
      order by p.day, p.case_id`.execute(tx),
    sql<{ total: number }>`select coalesce(sum(r.value), 0)::bigint as total from (${counted}) r`.execute(tx),
  ])
  return { rows, total: total.rows[0]?.total ?? 0 }
}

/** The cases that a measure counts on the spans. */
export async function listCountedCases(tx: Tx, measure: string, spans: readonly Span[], page: Page): Promise<Listing> {
  return listing(
    tx,
    sql`select r.case_id, r.day, r.value, r.unit_id from ${spanRows(spans)} join cases.counted r on ${inSpan(sql`${measure}`)}`,
    page,
  )
}

/** The cases that one measure counts and another does not. */
export async function listMissingCases(
  tx: Tx,
  { whole, part, spans }: { whole: string; part: string; spans: readonly Span[] },
  page: Page,
): Promise<Listing> {
  return listing(
    tx,
    sql`select r.case_id, r.day, r.value, r.unit_id from ${spanRows(spans)} join cases.counted r on ${inSpan(sql`${whole}`)}
      where not exists (select from cases.counted o where o.case_id = r.case_id and o.measure = ${part})`,
    page,
  )
}
