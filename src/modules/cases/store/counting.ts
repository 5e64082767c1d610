import { sql } from 'kysely'
import type { Count, Kept } from '#kernel/counted.ts'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import type { CountedCase } from '../domain/counted-case.ts'
import { inSpan, type Span, spanRows } from './spans.ts'
import { keepStay, STAY_MEASURES } from './stays.ts'

export type CountedRow = Omit<CountedCase, 'writtenDue' | 'payments'> & {
  readonly id: string
  readonly code: string | null
  readonly procedureVersionId: string
  readonly payments: readonly { readonly at: string; readonly online: boolean; readonly amountVnd: number }[]
}

/** What counting looks at of a case, whoever asks, and what the case counted for until now. */
export async function findCountedCase(
  tx: Tx,
  caseId: string,
): Promise<(CountedRow & { readonly kept: readonly Kept[] }) | undefined> {
  const { rows } = await sql<CountedRow & { readonly kept: readonly Kept[] }>`${KEPT}
    select id, code, procedure_version_id, competent_unit_id, received_unit_id, channel, remote, online_level, authentication, business,
      finance, sync, received_at, due_at, ended_at, returned_at, return_way, on_time, fee_total_vnd, paid_vnd, paid_online,
      supplements, changed_at, identified, has_paper_file, has_reused, has_national, has_written, has_result_file, payments,
      (select coalesce(jsonb_agg(jsonb_build_object('measure', k.measure, 'unitId', k.unit_id, 'day', k.day, 'value', k.value,
        'factId', k.fact_id)), '[]') from cases.counted k where k.case_id = ${caseId}) as kept
    from cases.counted_case where id = ${caseId}`.execute(tx)
  return rows[0]
}

/** Keeps what the case counts for now: the places taken back go, the added come. */
export async function keepCounted(
  tx: Tx,
  caseId: string,
  takenBack: readonly Kept[],
  added: readonly (Count & { readonly factId: string })[],
): Promise<void> {
  // One after the other, in one packet.
  const written: Promise<void>[] = []
  if (takenBack.length > 0) written.push(deleteCounted(tx, caseId, takenBack))
  if (added.length > 0) written.push(insertCounted(tx, caseId, added))
  if ([...takenBack, ...added].some(({ measure }) => STAY_MEASURES.includes(measure)))
    written.push(keepStay(tx, caseId))
  await Promise.all(written)
}

async function deleteCounted(tx: Tx, caseId: string, takenBack: readonly Kept[]): Promise<void> {
  await sql`${KEPT}
    delete from cases.counted where case_id = ${caseId}
      and fact_id = any (${takenBack.map(({ factId }) => factId)}::uuid[])`.execute(tx)
}

async function insertCounted(tx: Tx, caseId: string, added: readonly (Count & { readonly factId: string })[]) {
  const column = <K extends keyof (typeof added)[number]>(key: K) => added.map((row) => row[key])
  await sql`${KEPT}
    insert into cases.counted (case_id, measure, unit_id, day, value, fact_id)
    select ${caseId}, * from unnest(${column('measure')}::text[], ${column('unitId')}::uuid[], ${column('day')}::date[],
      ${column('value')}::bigint[], ${column('factId')}::uuid[])`.execute(tx)
}

export type RowSum = { readonly row: number; readonly measure: string; readonly value: number }

/** Sums of measures over the spans of each row. */
export async function sumCounted(tx: Tx, measures: readonly string[], spans: readonly Span[]): Promise<RowSum[]> {
  const { rows } = await sql<RowSum>`
    select s.row, m.code as measure, sum(r.value)::bigint as value
    from ${spanRows(spans)} cross join unnest(${[...measures]}::text[]) as m (code)
    join cases.counted r on ${inSpan(sql`m.code`)}
    group by s.row, m.code`.execute(tx)
  return rows
}

/** How many procedures had a case that counts, by row; with the codes for the whole. */
export async function countProcedures(tx: Tx, measures: readonly string[], spans: readonly Span[]): Promise<RowSum[]> {
  const { rows } = await sql<RowSum>`
    select s.row, m.code as measure, count(distinct c.procedure_code) as value
    from ${spanRows(spans)} cross join unnest(${[...measures]}::text[]) as m (code)
    join cases.counted r on ${inSpan(sql`m.code`)}
    join cases.counted_case c on c.id = r.case_id
    group by s.row, m.code`.execute(tx)
  return rows
}

/** The procedures that had a case that counts, with one of the names it had. */
export async function listProceduresCounted(
  tx: Tx,
  measure: string,
  spans: readonly Span[],
): Promise<{ code: string; name: { vi: string; en: string } }[]> {
  const { rows } = await sql<{ code: string; name: string }>`
    select c.procedure_code as code, max(c.procedure_name) as name
    from ${spanRows(spans)} join cases.counted r on ${inSpan(sql`${measure}`)}
    join cases.counted_case c on c.id = r.case_id
    group by c.procedure_code`.execute(tx)
  return rows.map(({ code, name }) => ({ code, name: { vi: name, en: name } }))
}

/** Whether any case of the spans is of the demonstration: then what is printed says so. */
export async function countsDemonstration(tx: Tx, spans: readonly Span[]): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from ${spanRows(spans)} join cases.counted r on ${inSpan(sql`'cases_received'`)}
      join cases.counted_case c on c.id = r.case_id where c.demonstration) as found`.execute(tx)
  return rows[0]?.found ?? false
}
