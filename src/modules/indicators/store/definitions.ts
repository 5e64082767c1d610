import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { TargetPart } from '#kernel/target.ts'
import { json, type Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import type { IndicatorKind, Nature, RollUp, Source, TargetLevel } from '../domain/words.ts'

export type MeasureRow = {
  readonly id: string
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly nature: Nature
  readonly source: Source
  readonly unitVi: string
  readonly unitEn: string
  readonly decimals: number
  readonly rollUp: RollUp
  readonly topic: string
  readonly validFrom: Day
  readonly validTo: Day | null
}
export type Made = { readonly createdAt: Date; readonly createdBy: string }

export type IndicatorRow = {
  readonly id: string
  readonly code: string
  readonly rowCode: string
  readonly partLabelVi: string | null
  readonly partLabelEn: string | null
  readonly groupCode: string
  readonly groupNameVi: string
  readonly groupNameEn: string
  readonly position: number
}
export type VersionRow = {
  readonly indicatorId: string
  readonly version: number
  readonly nameVi: string
  readonly nameEn: string
  readonly kind: IndicatorKind
  readonly numerator: string | null
  readonly denominator: string | null
  readonly factor: number
  readonly unitVi: string
  readonly unitEn: string
  readonly decimals: number
  readonly better: 'higher' | 'lower'
  readonly partOfWhole: boolean
  readonly sourceNote: string
  readonly validFrom: Day
  readonly validTo: Day | null
}
export type TargetRow = {
  readonly id: string
  readonly indicatorId: string
  readonly level: TargetLevel
  readonly text: string
  readonly parts: readonly TargetPart[]
  readonly validFrom: Day
  readonly validTo: Day | null
  readonly source: string
}

type Tables = {
  'indicators.measure': MeasureRow & Made
  'indicators.indicator': IndicatorRow
  'indicators.indicatorVersion': VersionRow & Made & { readonly id: string }
  'indicators.target': TargetRow & Made
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

const MEASURE = [
  'id',
  'code',
  'nameVi',
  'nameEn',
  'nature',
  'source',
  'unitVi',
  'unitEn',
  'decimals',
  'rollUp',
  'topic',
  'validFrom',
  'validTo',
] as const

/** All measures, by topic and name; the catalogue is small (hundreds). */
export async function listMeasures(tx: Tx): Promise<MeasureRow[]> {
  return on(tx).selectFrom('indicators.measure').select(MEASURE).orderBy('topic').orderBy('code').execute()
}

/** The measures that bear these codes. */
export async function findMeasures(tx: Tx, codes: readonly string[]): Promise<MeasureRow[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<MeasureRow>`${KEPT}
    select id, code, name_vi, name_en, nature, source, unit_vi, unit_en, decimals, roll_up, topic, valid_from, valid_to
    from indicators.measure where code = any (${[...codes]}::text[])`.execute(tx)
  return rows
}

export async function insertMeasures(tx: Tx, rows: readonly (MeasureRow & Made)[]): Promise<void> {
  if (rows.length > 0)
    await on(tx)
      .insertInto('indicators.measure')
      .values([...rows])
      .execute()
}

export type IndicatorAt = IndicatorRow & VersionRow

/** Each indicator in the version in force on the day (its first, when all come later); with codes given, only those. */
export async function listIndicators(tx: Tx, day: Day, codes: readonly string[] | null = null): Promise<IndicatorAt[]> {
  const { rows } = await sql<IndicatorAt>`
    select i.id, i.code, i.row_code, i.part_label_vi, i.part_label_en, i.group_code, i.group_name_vi, i.group_name_en, i.position,
      v.indicator_id, v.version, v.name_vi, v.name_en, v.kind, v.numerator, v.denominator, v.factor, v.unit_vi, v.unit_en,
      v.decimals, v.better, v.part_of_whole, v.source_note, v.valid_from, v.valid_to
    from indicators.indicator i
    cross join lateral (
      select * from indicators.indicator_version v where v.indicator_id = i.id
      order by (v.valid_from <= ${day}) desc, case when v.valid_from <= ${day} then v.version end desc, v.version
      limit 1) v
    where ${codes === null}::boolean or i.code = any (${[...(codes ?? [])]}::text[])
    order by i.position, i.code`.execute(tx)
  return rows
}

/** Every version of these indicators, newest first. */
export async function listVersionsOf(tx: Tx, codes: readonly string[]): Promise<IndicatorAt[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<IndicatorAt>`
    select i.id, i.code, i.row_code, i.part_label_vi, i.part_label_en, i.group_code, i.group_name_vi, i.group_name_en, i.position,
      v.indicator_id, v.version, v.name_vi, v.name_en, v.kind, v.numerator, v.denominator, v.factor, v.unit_vi, v.unit_en,
      v.decimals, v.better, v.part_of_whole, v.source_note, v.valid_from, v.valid_to
    from indicators.indicator i join indicators.indicator_version v on v.indicator_id = i.id
    where i.code = any (${[...codes]}::text[]) order by i.position, v.version desc`.execute(tx)
  return rows
}

/** The indicator, locked until the transaction ends. */
export async function findIndicatorForUpdate(tx: Tx, code: string): Promise<IndicatorRow | undefined> {
  return on(tx).selectFrom('indicators.indicator').selectAll().where('code', '=', code).forUpdate().executeTakeFirst()
}

export async function insertIndicators(tx: Tx, rows: readonly IndicatorRow[]): Promise<void> {
  if (rows.length > 0)
    await on(tx)
      .insertInto('indicators.indicator')
      .values([...rows])
      .execute()
}

/** The place after the last indicator of the list. */
export async function nextPosition(tx: Tx): Promise<number> {
  const { rows } = await sql<{
    next: number
  }>`select coalesce(max(position), 0) + 10 as next from indicators.indicator`.execute(tx)
  return rows[0]?.next ?? 10
}

/** Adds versions; the version before each ends on the day the new one begins. */
export async function insertVersions(
  tx: Tx,
  rows: readonly (VersionRow & Made & { readonly id: string })[],
): Promise<void> {
  for (const row of rows) {
    await sql`
      update indicators.indicator_version set valid_to = ${row.validFrom}
      where indicator_id = ${row.indicatorId} and valid_to is null and valid_from < ${row.validFrom}`.execute(tx)
  }
  if (rows.length > 0)
    await on(tx)
      .insertInto('indicators.indicatorVersion')
      .values([...rows])
      .execute()
}

/** Targets of these indicators that hold on the day, or all of them. */
export async function listTargets(tx: Tx, indicatorIds: readonly string[], day: Day | null): Promise<TargetRow[]> {
  if (indicatorIds.length === 0) return []
  const { rows } = await sql<TargetRow>`
    select id, indicator_id, level, text, parts, valid_from, valid_to, source from indicators.target
    where indicator_id = any (${[...indicatorIds]}::uuid[])
      and (${day}::date is null or (valid_from <= ${day} and (valid_to is null or ${day} < valid_to)))
    order by indicator_id, array_position(array['nation', 'province', 'city', 'ward'], level), valid_from desc`.execute(
    tx,
  )
  return rows
}

/** Adds targets; an earlier one of the same indicator and level ends where a new one begins. */
export async function insertTargets(tx: Tx, rows: readonly (TargetRow & Made)[]): Promise<void> {
  for (const row of rows) {
    await sql`
      update indicators.target set valid_to = ${row.validFrom}
      where indicator_id = ${row.indicatorId} and level = ${row.level} and valid_from < ${row.validFrom}
        and (valid_to is null or valid_to > ${row.validFrom})`.execute(tx)
  }
  const values = rows.map((row) => ({ ...row, parts: json(row.parts as never) }))
  if (values.length > 0)
    await on(tx)
      .insertInto('indicators.target')
      .values(values as never)
      .execute()
}
