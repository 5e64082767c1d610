import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { PeriodKind } from '#kernel/period.ts'
import type { Tx } from '#server/db.ts'
import type { Buckets } from '../domain/bucket.ts'
import type { StoredState } from '../domain/words.ts'

/**
 * A part of the sum over a measure, a unit and a period, each named by its place in what was asked (from 1). A sum comes in one
 * part or in several: the caller adds them.
 */
export type SumRow = {
  readonly measure: number
  readonly unit: number
  readonly period: number
  readonly value: string
  readonly freshAt: Date
}

/**
 * Flow sums of measures × units × periods, in one statement and one snapshot: tallies and what is still pending. Periods must not
 * overlap here (each bucket belongs to one period at most); the caller asks once per layer of overlapping periods.
 */
export async function sumTallies(
  tx: Tx,
  {
    measureIds,
    unitIds,
    periods,
    reach,
  }: {
    measureIds: readonly string[]
    unitIds: readonly string[]
    periods: readonly Buckets[]
    reach: 'own' | 'subtree'
  },
): Promise<SumRow[]> {
  const first = Math.min(...periods.map((period) => period.first))
  const last = Math.max(...periods.map((period) => period.last))
  const periodOf = Array.from(
    { length: last - first + 1 },
    (_, offset) => 1 + periods.findIndex((period) => period.first <= first + offset && first + offset <= period.last),
  )
  const value = sql.ref(reach === 'own' ? 'own' : 'total')
  const place = sql`measure_id = any (${[...measureIds]}::uuid[]) and unit_id = any (${[...unitIds]}::uuid[])
        and bucket between ${first}::smallint and ${last}::smallint`
  const entries = sql`
    select measure_id, unit_id, (${periodOf}::smallint[])[bucket - ${first - 1}::int] as period, value, fresh_at
    from (
      select measure_id, unit_id, bucket, ${value} as value, fresh_at from indicators.tally where ${place}
      union all
      select measure_id, unit_id, bucket, ${value}, recorded_at from indicators.fact_pending where ${place}) entry`
  // A month is two buckets at most: they are sent as they are, which is three times as fast as adding them up first.
  const isFine = periods.every((period) => period.last - period.first <= 1)
  const parts = isFine
    ? entries
    : sql`
    select measure_id, unit_id, period, sum(value) as value, max(fresh_at) as fresh_at
    from (${entries}) part group by measure_id, unit_id, period`
  const { rows } = await sql<{ measureId: string; unitId: string; sums: string; freshAt: Date }>`
    select measure_id, unit_id, string_agg(period || ' ' || value, ';') as sums, max(fresh_at) as fresh_at
    from (${parts}) summed where period > 0 group by measure_id, unit_id`.execute(tx)
  const measureAt = new Map(measureIds.map((id, index) => [id, index + 1]))
  const unitAt = new Map(unitIds.map((id, index) => [id, index + 1]))
  return rows.flatMap(({ measureId, unitId, sums, freshAt }) =>
    sums.split(';').map((text) => {
      const [period = '0', sum = '0'] = text.split(' ')
      return {
        measure: measureAt.get(measureId) ?? 0,
        unit: unitAt.get(unitId) ?? 0,
        period: Number(period),
        value: sum,
        freshAt,
      }
    }),
  )
}

/** A stretch of whole buckets of one unit: its own, or with all below it. */
export type Piece = Buckets & { readonly unitId: string; readonly covers: 'own' | 'subtree' }
export type PieceSum = {
  readonly measure: number
  readonly piece: number
  readonly value: string
  readonly facts: number
  readonly freshAt: Date
}

/** The flow sum of each measure on each piece (named by place, from 1); pieces without facts are left out. */
export async function sumPieces(tx: Tx, measureIds: readonly string[], pieces: readonly Piece[]): Promise<PieceSum[]> {
  if (pieces.length === 0 || measureIds.length === 0) return []
  const { rows } = await sql<PieceSum>`
    with piece as materialized (
      select * from unnest(${pieces.map(({ unitId }) => unitId)}::uuid[], ${pieces.map(({ covers }) => covers === 'own')}::boolean[],
        ${pieces.map(({ first }) => first)}::smallint[], ${pieces.map(({ last }) => last)}::smallint[])
        with ordinality as p (unit_id, is_own, first, last, n)),
    measure as materialized (select * from unnest(${[...measureIds]}::uuid[]) with ordinality as m (id, n))
    select m.n as measure, p.n as piece, sum(case when p.is_own then t.own else t.total end) as value,
      sum(t.facts) as facts, max(t.fresh_at) as fresh_at
    from piece p cross join measure m
    cross join lateral (
      select own, total, facts, fresh_at from indicators.tally
      where measure_id = m.id and unit_id = p.unit_id and bucket between p.first and p.last
      union all
      select own, total, facts, recorded_at from indicators.fact_pending
      where measure_id = m.id and unit_id = p.unit_id and bucket between p.first and p.last) t
    group by m.n, p.n`.execute(tx)
  return rows.map((row) => ({ ...row, facts: Number(row.facts) }))
}

export type Level = { readonly measure: number; readonly point: number; readonly value: string; readonly freshAt: Date }

/** The last known value of each stock measure at each point (a unit on a day), named by place from 1. */
export async function lastLevels(
  tx: Tx,
  measureIds: readonly string[],
  points: readonly { readonly unitId: string; readonly day: Day }[],
): Promise<Level[]> {
  if (points.length === 0 || measureIds.length === 0) return []
  const { rows } = await sql<Level>`
    select m.n as measure, p.n as point, v.value, v.recorded_at as fresh_at
    from unnest(${points.map(({ unitId }) => unitId)}::uuid[], ${points.map(({ day }) => day)}::date[])
      with ordinality as p (unit_id, day, n)
    cross join unnest(${[...measureIds]}::uuid[]) with ordinality as m (id, n)
    cross join lateral (
      select value, recorded_at from indicators.fact_value
      where measure_id = m.id and unit_id = p.unit_id and day <= p.day order by day desc, id desc limit 1) v`.execute(
    tx,
  )
  return rows
}

export type Reported = {
  readonly id: string
  readonly measureId: string
  readonly unitId: string
  readonly periodKind: PeriodKind
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly value: string | null
  readonly state: StoredState
  readonly note: string
  readonly raw: string
  readonly recordedAt: Date
}

/** What units reported for periods inside the range: as known now, or as it was known at an instant; all, or only what is final. */
export async function listReported(
  tx: Tx,
  {
    measureIds,
    unitIds,
    from,
    to,
    knownAt,
    standing,
  }: {
    measureIds: readonly string[]
    unitIds: readonly string[]
    from: Day
    to: Day
    knownAt: Date | null
    standing: 'submitted' | 'approved'
  },
): Promise<Reported[]> {
  if (measureIds.length === 0 || unitIds.length === 0) return []
  const known = knownAt
    ? sql`o.recorded_at <= ${knownAt} and (o.superseded_at is null or o.superseded_at > ${knownAt})`
    : sql`o.superseded_at is null`
  const final = sql`(o.sheet_id is null or exists (
    select 1 from indicators.sheet s where s.id = o.sheet_id and s.stage > s.levels))`
  const { rows } = await sql<Reported>`
    select o.id, o.measure_id, o.unit_id, o.period_kind, o.period_from, o.period_to, o.value, o.state,
      case when o.state = 'text' and o.note = '' then o.raw else o.note end as note, o.raw, o.recorded_at
    from indicators.observation o
    where o.measure_id = any (${[...measureIds]}::uuid[]) and o.unit_id = any (${[...unitIds]}::uuid[])
      and o.period_from >= ${from} and o.period_to <= ${to} and ${known}
      ${standing === 'approved' ? sql`and ${final}` : sql``}`.execute(tx)
  return rows
}

export type Assigned = {
  readonly measureId: string
  readonly unitId: string
  readonly formId: string
  readonly periodKind: PeriodKind
  readonly regime: 'cut-off' | 'calendar'
  readonly dueWorkingDays: number
  readonly validFrom: Day
  readonly validTo: Day | null
}

/** Who has to report which measures, on which kind of period. */
export async function listAssigned(
  tx: Tx,
  measureIds: readonly string[],
  unitIds: readonly string[],
): Promise<Assigned[]> {
  if (measureIds.length === 0 || unitIds.length === 0) return []
  const { rows } = await sql<Assigned>`
    select fm.measure_id, a.unit_id, f.id as form_id, f.period_kind, f.regime, f.due_working_days,
      greatest(a.valid_from, f.valid_from) as valid_from, least(a.valid_to, f.valid_to) as valid_to
    from indicators.form_measure fm
    join indicators.form f on f.id = fm.form_id
    join indicators.assignment a on a.form_id = f.id
    where fm.measure_id = any (${[...measureIds]}::uuid[]) and a.unit_id = any (${[...unitIds]}::uuid[])`.execute(tx)
  return rows
}
