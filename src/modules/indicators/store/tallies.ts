import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'

/** At most so many pending rows are folded in one transaction. */
const FOLD_ROWS = 20_000

/** Adds what is pending to the tallies; returns how many rows were folded. Several may run at once: each takes other rows. */
export async function foldPending(tx: Tx): Promise<number> {
  const { rows } = await sql<{ folded: number }>`
    with taken as (
      delete from indicators.fact_pending p
      using (select id from indicators.fact_pending order by id limit ${FOLD_ROWS} for update skip locked) chosen
      where p.id = chosen.id
      returning p.measure_id, p.unit_id, p.bucket, p.own, p.total, p.facts, p.recorded_at),
    summed as (
      select measure_id, unit_id, bucket, sum(own) as own, sum(total) as total, sum(facts) as facts, max(recorded_at) as fresh_at
      from taken group by measure_id, unit_id, bucket
      order by measure_id, unit_id, bucket),
    folded as (
      insert into indicators.tally as t (measure_id, unit_id, bucket, own, total, facts, fresh_at)
      select measure_id, unit_id, bucket, own, total, facts, fresh_at from summed
      on conflict (measure_id, unit_id, bucket) do update set own = t.own + excluded.own, total = t.total + excluded.total,
        facts = t.facts + excluded.facts, fresh_at = greatest(t.fresh_at, excluded.fresh_at)
      returning 1)
    select (select count(*) from taken) as folded, (select count(*) from folded) as written`.execute(tx)
  return rows[0]?.folded ?? 0
}

/** Where a unit stood on some days (both included): all units above it, itself among them. */
export type Standing = {
  readonly unitId: string
  readonly from: string
  readonly to: string
  readonly above: readonly string[]
}

/**
 * What the tallies ought to be. First each unit's own facts by half month, then once more for each unit above it: ten million facts
 * are read once, and only their sums are multiplied.
 */
const fromFacts = (rows: readonly Standing[]) => {
  const above = rows.flatMap((row, index) => row.above.map((aboveId) => ({ aboveId, stretch: index + 1 })))
  return sql`
  select c.measure_id, a.above_id as unit_id, c.bucket, coalesce(sum(c.value) filter (where a.above_id = c.unit_id), 0) as own,
    sum(c.value) as total, sum(c.facts) as facts, max(c.fresh_at) as fresh_at
  from (
    select v.measure_id, v.unit_id, s.n as stretch,
      (((date_part('year', v.day)::int - 1900) * 12 + date_part('month', v.day)::int - 1) * 2
        + (date_part('day', v.day) >= 15)::int)::smallint as bucket,
      sum(v.value) as value, count(*) as facts, max(v.recorded_at) as fresh_at
    from indicators.fact_value v
    join unnest(${rows.map(({ unitId }) => unitId)}::uuid[], ${rows.map(({ from }) => from)}::date[],
      ${rows.map(({ to }) => to)}::date[]) with ordinality as s (unit_id, from_day, to_day, n)
      on s.unit_id = v.unit_id and v.day between s.from_day and s.to_day
    where v.measure_id in (select id from indicators.measure where nature = 'flow')
    group by 1, 2, 3, 4) c
  join unnest(${above.map(({ stretch }) => stretch)}::bigint[], ${above.map(({ aboveId }) => aboveId)}::uuid[])
    as a (stretch, above_id) on a.stretch = c.stretch
  group by 1, 2, 3`
}

/** Throws all tallies away and adds them up again from the facts; facts recorded meanwhile wait. Returns the number of tallies. */
export async function rebuildTallies(tx: Tx, rows: readonly Standing[]): Promise<number> {
  // A country's facts take minutes.
  await sql`set local statement_timeout = 0`.execute(tx)
  await sql`lock table indicators.fact, indicators.fact_pending, indicators.tally in share row exclusive mode`.execute(
    tx,
  )
  await sql`delete from indicators.fact_pending`.execute(tx)
  await sql`delete from indicators.tally`.execute(tx)
  const { numAffectedRows } = await sql`
    insert into indicators.tally (measure_id, unit_id, bucket, own, total, facts, fresh_at)
    select measure_id, unit_id, bucket, own, total, facts, fresh_at from (${fromFacts(rows)}) counted
    order by measure_id, unit_id, bucket`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export type Difference = {
  readonly measureId: string
  readonly unitId: string
  readonly bucket: number
  readonly kept: string | null
  readonly counted: string | null
}

/** Where tallies with what is pending differ from the facts: empty when all is right. At most 100 are named. */
export async function compareWithFacts(tx: Tx, rows: readonly Standing[]): Promise<Difference[]> {
  const { rows: found } = await sql<Difference>`
    with kept as (
      select measure_id, unit_id, bucket, sum(own) as own, sum(total) as total, sum(facts) as facts from (
        select measure_id, unit_id, bucket, own, total, facts from indicators.tally
        union all
        select measure_id, unit_id, bucket, own, total, facts from indicators.fact_pending) entry
      group by 1, 2, 3),
    counted as (${fromFacts(rows)})
    select measure_id, unit_id, bucket, kept.total::text as kept, counted.total::text as counted
    from kept full join counted using (measure_id, unit_id, bucket)
    where (kept.own, kept.total, kept.facts) is distinct from (counted.own, counted.total, counted.facts)
    limit 100`.execute(tx)
  return found
}
