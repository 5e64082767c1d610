import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { inSpan, type Span, spanRows } from './spans.ts'

export type SettledCase = {
  readonly caseId: string
  readonly competentUnitId: string
  readonly receivedAt: Date
  readonly endedAt: Date
  readonly waits: readonly { readonly from: string; readonly to: string | null }[]
}

/** Cases received on the spans that stand as settled or handed over by the national list of states (9 and 10). */
const settledOn = (spans: readonly Span[], day: Day) => sql`
  from ${spanRows(spans)} join cases.counted r on ${inSpan(sql`'cases_received'`)}
  join cases.counted_case c on c.id = r.case_id
  join cases.national_state n on n.business = c.business and n.code in (9, 10) and n.valid_from <= ${day}
    and (n.valid_to is null or ${day} < n.valid_to)
  where c.ended_at is not null`

/** The procedure with the most of them, the lower code first among equals; with one of the names it had. */
export async function mostSettledProcedure(
  tx: Tx,
  { spans, day }: { readonly spans: readonly Span[]; readonly day: Day },
): Promise<{ code: string; name: string } | undefined> {
  const { rows } = await sql<{ code: string; name: string }>`
    select c.procedure_code as code, max(c.procedure_name) as name ${settledOn(spans, day)}
    group by c.procedure_code order by count(*) desc, c.procedure_code limit 1`.execute(tx)
  return rows[0]
}

/** Those of a procedure, a page at a time, by id. */
export async function listSettled(
  tx: Tx,
  { spans, day, procedureCode }: { readonly spans: readonly Span[]; readonly day: Day; readonly procedureCode: string },
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<SettledCase[]> {
  const { rows } = await sql<SettledCase>`
    select c.id as case_id, c.competent_unit_id, c.received_at, c.ended_at,
      (select coalesce(jsonb_agg(jsonb_build_object('from', w.from_at, 'to', w.to_at)), '[]') from cases.wait_history w
        where w.case_id = c.id and w.kind = 'supplement') as waits
    ${settledOn(spans, day)} and c.procedure_code = ${procedureCode}
      and (${after === null}::boolean or c.id > ${after}::uuid)
    order by c.id limit ${limit}`.execute(tx)
  return rows
}
