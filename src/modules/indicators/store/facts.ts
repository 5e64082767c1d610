import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'

export type FactRow = {
  readonly id: string
  readonly measureId: string
  readonly unitId: string
  readonly day: Day
  readonly value: string
  readonly subjectKind: string | null
  readonly subjectId: string | null
  readonly label: string | null
  readonly correctsId: string | null
  readonly reason: string | null
  readonly recordedAt: Date
  readonly recordedBy: string
}

/** What facts add to a bucket of a unit: `own` as the unit's own, `total` as standing at or below it. */
export type PendingRow = {
  readonly measureId: string
  readonly unitId: string
  readonly bucket: number
  readonly own: string
  readonly total: string
  readonly facts: number
  readonly recordedAt: Date
}

/** Stores facts, with what they add to each unit above: folded into the tallies a moment later, read at once. */
export async function insertFacts(tx: Tx, facts: readonly FactRow[], pending: readonly PendingRow[]): Promise<void> {
  const column = <K extends keyof PendingRow>(key: K) => pending.map((row) => row[key])
  await sql`${KEPT}
    with added as (
      insert into indicators.fact (id, measure_id, unit_id, day, value, subject_kind, subject_id, label, corrects_id, reason,
        recorded_at, recorded_by)
      select * from jsonb_to_recordset(${JSON.stringify(facts.map(snakeFact))}::jsonb) as f (id uuid, measure_id uuid, unit_id uuid,
        day date, value numeric, subject_kind text, subject_id text, label text, corrects_id uuid, reason text,
        recorded_at timestamptz, recorded_by uuid))
    insert into indicators.fact_pending (measure_id, unit_id, bucket, own, total, facts, recorded_at)
    select * from unnest(${column('measureId')}::uuid[], ${column('unitId')}::uuid[], ${column('bucket')}::smallint[],
      ${column('own')}::numeric[], ${column('total')}::numeric[], ${column('facts')}::bigint[],
      ${column('recordedAt')}::timestamptz[])`.execute(tx)
}

function snakeFact(fact: FactRow) {
  return {
    id: fact.id,
    measure_id: fact.measureId,
    unit_id: fact.unitId,
    day: fact.day,
    value: fact.value,
    subject_kind: fact.subjectKind,
    subject_id: fact.subjectId,
    label: fact.label,
    corrects_id: fact.correctsId,
    reason: fact.reason,
    recorded_at: fact.recordedAt,
    recorded_by: fact.recordedBy,
  }
}

/** The fact, if the running request may see it, locked until the transaction ends. */
export async function findFactForUpdate(tx: Tx, id: string): Promise<FactRow | undefined> {
  const { rows } = await sql<FactRow>`
    select id, measure_id, unit_id, day, value, subject_kind, subject_id, label, corrects_id, reason, recorded_at, recorded_by
    from indicators.fact where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** Whether another fact already corrects this one. */
export async function isCorrected(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from indicators.fact_value where corrects_id = ${id} limit 1`.execute(tx)
  return rows.length > 0
}

/** A unit's facts on some days, both included. */
export type Span = { readonly unitId: string; readonly from: Day; readonly to: Day }

export type ListedFact = {
  readonly id: string
  readonly unitId: string
  readonly day: Day
  readonly value: string
  readonly correctsId: string | null
  readonly recordedAt: Date
  /** Null where row security hides the fact itself. */
  readonly visibleId: string | null
  readonly subjectKind: string | null
  readonly subjectId: string | null
  readonly label: string | null
  readonly reason: string | null
  readonly span: number
}

const spansOf = (spans: readonly Span[]) => sql`
  unnest(${spans.map(({ unitId }) => unitId)}::uuid[], ${spans.map(({ from }) => from)}::date[],
    ${spans.map(({ to }) => to)}::date[]) with ordinality as s (unit_id, from_day, to_day, n)`

/** One page of a measure's facts on the spans, by day and id; each says which span (1, 2, …) it lies in. */
export async function listFacts(
  tx: Tx,
  {
    measureId,
    spans,
    after,
    limit,
  }: {
    measureId: string
    spans: readonly Span[]
    after: { day: Day; id: string } | null
    limit: number
  },
): Promise<ListedFact[]> {
  const { rows } = await sql<ListedFact>`
    select v.id, v.unit_id, v.day, v.value, v.corrects_id, v.recorded_at, f.id as visible_id,
      f.subject_kind, f.subject_id, f.label, f.reason, v.n as span
    from (
      select v.*, s.n from ${spansOf(spans)}
      join indicators.fact_value v on v.measure_id = ${measureId} and v.unit_id = s.unit_id and v.day between s.from_day and s.to_day
      where ${after === null}::boolean or (v.day, v.id) > (${after?.day ?? null}::date, ${after?.id ?? null}::uuid)
      order by v.day, v.id limit ${limit}) v
    left join indicators.fact f on f.id = v.id
    order by v.day, v.id`.execute(tx)
  return rows
}

export type SpanSum = { readonly span: number; readonly count: number; readonly sum: string; readonly freshAt: Date }

/** How many facts lie on each span, and their sum; spans without facts are left out. */
export async function sumFacts(tx: Tx, measureId: string, spans: readonly Span[]): Promise<readonly SpanSum[]> {
  const { rows } = await sql<SpanSum>`
    select s.n as span, count(v.id) as count, sum(v.value) as sum, max(v.recorded_at) as fresh_at from ${spansOf(spans)}
    join indicators.fact_value v on v.measure_id = ${measureId} and v.unit_id = s.unit_id and v.day between s.from_day and s.to_day
    group by s.n`.execute(tx)
  return rows
}

/** The last fact at or before each point's day, one per point that has any. */
export async function lastFacts(
  tx: Tx,
  measureId: string,
  points: readonly { readonly unitId: string; readonly to: Day }[],
): Promise<ListedFact[]> {
  const { rows } = await sql<ListedFact>`
    select v.id, v.unit_id, v.day, v.value, v.corrects_id, v.recorded_at, f.id as visible_id,
      f.subject_kind, f.subject_id, f.label, f.reason, p.n as span
    from unnest(${points.map(({ unitId }) => unitId)}::uuid[], ${points.map(({ to }) => to)}::date[])
      with ordinality as p (unit_id, day, n)
    cross join lateral (
      select * from indicators.fact_value
      where measure_id = ${measureId} and unit_id = p.unit_id and day <= p.day order by day desc, id desc limit 1) v
    left join indicators.fact f on f.id = v.id
    order by p.n`.execute(tx)
  return rows
}

/** Whether any of the units has facts on or after the day. */
export async function hasFactsSince(tx: Tx, unitIds: readonly string[], day: Day): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from indicators.measure m cross join unnest(${[...unitIds]}::uuid[]) as u (id)
      where m.nature = 'flow' and exists (
        select from indicators.fact_value v where v.measure_id = m.id and v.unit_id = u.id and v.day >= ${day})) as found`.execute(
    tx,
  )
  return rows[0]?.found ?? false
}
