import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { PeriodKind } from '#kernel/period.ts'
import type { Tx } from '#server/db.ts'
import type { SheetAct } from '../domain/approval.ts'
import type { StoredState } from '../domain/words.ts'

export type ObservationRow = {
  readonly id: string
  readonly measureId: string
  readonly unitId: string
  readonly periodKind: PeriodKind
  readonly periodYear: number
  readonly periodNumber: number
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly value: string | null
  readonly state: StoredState
  readonly raw: string
  readonly note: string
  readonly source: string
  readonly sheetId: string | null
  readonly importId: string | null
  readonly reason: string
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly recordedByName: string
}
export type Versioned = ObservationRow & {
  readonly supersededAt: Date | null
  readonly stage: number | null
  readonly levels: number | null
  readonly returned: boolean | null
  readonly steps: readonly {
    readonly act: SheetAct
    readonly at: string
    readonly by: string
    readonly comment: string
    readonly unitId: string
  }[]
  readonly evidence: readonly { readonly fileId: string; readonly name: string }[]
}

const VERSIONED = sql`
  select o.id, o.measure_id, o.unit_id, o.period_kind, o.period_year, o.period_number, o.period_from, o.period_to, o.value, o.state,
    o.raw, o.note, o.source, o.sheet_id, o.import_id, o.reason, o.recorded_at, o.recorded_by, o.recorded_by_name, o.superseded_at,
    s.stage, s.levels, s.returned,
    coalesce((select json_agg(json_build_object('act', t.act, 'at', t.at, 'by', t.by_name, 'comment', t.comment,
        'unitId', t.acting_unit_id) order by t.at, t.id)
      from indicators.sheet_step t where t.sheet_id = o.sheet_id), '[]') as steps,
    coalesce((select json_agg(json_build_object('fileId', e.file_id, 'name', e.name) order by e.added_at)
      from indicators.evidence e where e.sheet_id = o.sheet_id and (e.measure_id is null or e.measure_id = o.measure_id)), '[]') as evidence
  from indicators.observation o left join indicators.sheet s on s.id = o.sheet_id`

/** These versions, with who entered and approved them and their evidence. */
export async function findObservations(tx: Tx, ids: readonly string[]): Promise<Versioned[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Versioned>`${VERSIONED} where o.id = any (${[...ids]}::uuid[])`.execute(tx)
  return rows
}

/** Every version of what a unit reported for exactly these days, newest first. */
export async function listHistory(
  tx: Tx,
  place: { measureId: string; unitId: string; from: Day; to: Day },
): Promise<Versioned[]> {
  const { rows } = await sql<Versioned>`${VERSIONED}
    where o.measure_id = ${place.measureId} and o.unit_id = ${place.unitId}
      and o.period_from = ${place.from} and o.period_to = ${place.to}
    order by o.recorded_at desc, o.id desc`.execute(tx)
  return rows
}

export type Current = Pick<
  ObservationRow,
  'id' | 'measureId' | 'unitId' | 'periodFrom' | 'periodTo' | 'value' | 'state' | 'raw' | 'note'
> & {
  readonly stage: number | null
}

/** What is known now for these measures, units and days (given as parallel lists). */
export async function findCurrent(
  tx: Tx,
  places: readonly { readonly measureId: string; readonly unitId: string; readonly from: Day; readonly to: Day }[],
): Promise<Current[]> {
  if (places.length === 0) return []
  const { rows } = await sql<Current>`
    select o.id, o.measure_id, o.unit_id, o.period_from, o.period_to, o.value, o.state, o.raw, o.note, s.stage
    from unnest(${listOf(places.map(({ measureId }) => measureId))}::uuid[], ${listOf(places.map(({ unitId }) => unitId))}::uuid[],
      ${listOf(places.map(({ from }) => from))}::date[], ${listOf(places.map(({ to }) => to))}::date[]) as p (measure_id, unit_id, from_day, to_day)
    join indicators.observation o on o.measure_id = p.measure_id and o.unit_id = p.unit_id
      and o.period_from = p.from_day and o.period_to = p.to_day and o.superseded_at is null
    left join indicators.sheet s on s.id = o.sheet_id`.execute(tx)
  return rows
}

/**
 * Ids, days, numbers or words of a closed list, as PostgreSQL writes a list of them. The driver's own way, which looks into each for
 * what must be quoted, takes longer than storing them.
 */
function listOf(values: readonly (string | number | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`
}

/** What all versions of one act share: who, when, why, and the form or import they came with. */
export type Act = Pick<
  ObservationRow,
  'sheetId' | 'importId' | 'reason' | 'recordedAt' | 'recordedBy' | 'recordedByName'
>
export type NewObservation = Omit<ObservationRow, keyof Act>

/**
 * Adds versions; what stood before for the same measure, unit and days ceases to be what is known. `superseding` says which rows have
 * such a predecessor, so that a hundred thousand new values look for none.
 */
export async function putObservations(
  tx: Tx,
  act: Act,
  rows: readonly NewObservation[],
  superseding: readonly Pick<NewObservation, 'measureId' | 'unitId' | 'periodFrom' | 'periodTo'>[] = rows,
): Promise<void> {
  if (rows.length === 0) return
  if (superseding.length > 0) {
    await sql`
      update indicators.observation o set superseded_at = ${act.recordedAt}
      from unnest(${listOf(superseding.map(({ measureId }) => measureId))}::uuid[],
        ${listOf(superseding.map(({ unitId }) => unitId))}::uuid[],
        ${listOf(superseding.map(({ periodFrom }) => periodFrom))}::date[],
        ${listOf(superseding.map(({ periodTo }) => periodTo))}::date[])
        as p (measure_id, unit_id, from_day, to_day)
      where o.measure_id = p.measure_id and o.unit_id = p.unit_id and o.period_from = p.from_day and o.period_to = p.to_day
        and o.superseded_at is null`.execute(tx)
  }
  // Periods are few and repeat: they travel once, each row names its own by number.
  const periods = new Map<string, { readonly row: NewObservation; readonly number: number }>()
  const periodOf = rows.map((row) => {
    const key = `${row.periodFrom} ${row.periodTo}`
    const known = periods.get(key) ?? { row, number: periods.size + 1 }
    periods.set(key, known)
    return known.number
  })
  const column = <K extends keyof NewObservation>(key: K) => rows.map((row) => row[key])
  const ofPeriod = <K extends keyof NewObservation>(key: K) => [...periods.values()].map(({ row }) => row[key])
  await sql`
    insert into indicators.observation (id, measure_id, unit_id, period_kind, period_year, period_number, period_from, period_to,
      value, state, raw, note, source, sheet_id, import_id, reason, recorded_at, recorded_by, recorded_by_name)
    select r.id, r.measure_id, r.unit_id, p.kind, p.year, p.number, p.from_day, p.to_day, r.value, r.state, r.raw, r.note, r.source,
      ${act.sheetId}::uuid, ${act.importId}::uuid, ${act.reason}::text, ${act.recordedAt}::timestamptz, ${act.recordedBy}::uuid,
      ${act.recordedByName}::text
    from unnest(${listOf(column('id'))}::uuid[], ${listOf(column('measureId'))}::uuid[], ${listOf(column('unitId'))}::uuid[],
      ${listOf(periodOf)}::int[], ${listOf(column('value'))}::numeric[], ${listOf(column('state'))}::text[], ${column('raw')}::text[], ${column('note')}::text[],
      ${column('source')}::text[]) as r (id, measure_id, unit_id, period, value, state, raw, note, source)
    join unnest(${ofPeriod('periodKind')}::text[], ${ofPeriod('periodYear')}::smallint[], ${ofPeriod('periodNumber')}::smallint[],
      ${ofPeriod('periodFrom')}::date[], ${ofPeriod('periodTo')}::date[]) with ordinality as p (kind, year, number, from_day, to_day, n)
      on p.n = r.period`.execute(tx)
}
