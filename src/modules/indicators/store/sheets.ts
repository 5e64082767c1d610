import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { PeriodKind } from '#kernel/period.ts'
import type { Tx } from '#server/db.ts'
import type { SheetAct } from '../domain/approval.ts'
import type { Regime } from '../domain/words.ts'

export type FormRow = {
  readonly id: string
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly periodKind: PeriodKind
  readonly regime: Regime
  readonly dueWorkingDays: number
  readonly approvalLevels: number
  readonly validFrom: Day
  readonly validTo: Day | null
}
export type SheetRow = {
  readonly id: string
  readonly formId: string
  readonly unitId: string
  readonly periodKind: PeriodKind
  readonly periodYear: number
  readonly periodNumber: number
  readonly periodFrom: Day
  readonly periodTo: Day
  readonly stage: number
  readonly levels: number
  readonly returned: boolean
  readonly createdAt: Date
  readonly changedAt: Date
}
export type StepRow = {
  readonly id: string
  readonly sheetId: string
  readonly act: SheetAct
  readonly fromStage: number
  readonly toStage: number
  readonly actingUnitId: string
  readonly comment: string
  readonly at: Date
  readonly byId: string
  readonly byName: string
}
export type DraftState = 'reported' | 'not-applicable' | 'text' | 'wrong'
export type DraftRow = {
  readonly sheetId: string
  readonly measureId: string
  readonly unitId: string
  readonly raw: string
  readonly value: string | null
  readonly state: DraftState
  readonly note: string
  readonly changedAt: Date
  readonly changedBy: string
}
export type EvidenceRow = {
  readonly id: string
  readonly sheetId: string
  readonly measureId: string | null
  readonly fileId: string
  readonly name: string
  readonly addedAt: Date
  readonly addedBy: string
  readonly addedByName: string
}
type Tables = {
  'indicators.form': FormRow & { readonly createdAt: Date; readonly createdBy: string }
  'indicators.formMeasure': { readonly formId: string; readonly measureId: string; readonly position: number }
  'indicators.assignment': {
    readonly id: string
    readonly formId: string
    readonly unitId: string
    readonly validFrom: Day
    readonly validTo: Day | null
  }
  'indicators.sheet': SheetRow
  'indicators.sheetStep': StepRow
  'indicators.draft': DraftRow
  'indicators.evidence': EvidenceRow
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

export type ListedForm = FormRow & { readonly measures: readonly string[]; readonly units: number }

/** All forms with the codes of their measures in order, and how many units have to fill them in. */
export async function listForms(tx: Tx, code: string | null = null): Promise<ListedForm[]> {
  const { rows } = await sql<ListedForm>`
    select f.id, f.code, f.name_vi, f.name_en, f.period_kind, f.regime, f.due_working_days, f.approval_levels, f.valid_from, f.valid_to,
      (select coalesce(json_agg(m.code order by fm.position), '[]') from indicators.form_measure fm
       join indicators.measure m on m.id = fm.measure_id where fm.form_id = f.id) as measures,
      (select count(distinct a.unit_id) from indicators.assignment a where a.form_id = f.id) as units
    from indicators.form f where ${code === null}::boolean or f.code = ${code} order by f.code`.execute(tx)
  return rows
}

export async function insertForm(
  tx: Tx,
  form: FormRow & { readonly createdAt: Date; readonly createdBy: string },
  measureIds: readonly string[],
  assignments: readonly { readonly id: string; readonly unitId: string }[],
): Promise<void> {
  const db = on(tx)
  await db.insertInto('indicators.form').values(form).execute()
  await db
    .insertInto('indicators.formMeasure')
    .values(measureIds.map((measureId, position) => ({ formId: form.id, measureId, position })))
    .execute()
  if (assignments.length === 0) return
  await sql`
    insert into indicators.assignment (id, form_id, unit_id, valid_from)
    select a.id, ${form.id}, a.unit_id, ${form.validFrom}
    from unnest(${assignments.map(({ id }) => id)}::uuid[], ${assignments.map(({ unitId }) => unitId)}::uuid[])
      as a (id, unit_id)`.execute(tx)
}

export type AssignmentRow = Tables['indicators.assignment']

/** Who has to fill in a form: all, or only the units the running request may see. */
export async function listAssignments(tx: Tx, formIds: readonly string[], mineOnly: boolean): Promise<AssignmentRow[]> {
  if (formIds.length === 0) return []
  const { rows } = await sql<AssignmentRow>`
    select a.id, a.form_id, a.unit_id, a.valid_from, a.valid_to from indicators.assignment a
    where a.form_id = any (${[...formIds]}::uuid[])
      and (${!mineOnly}::boolean or platform.scope_is_all() or a.unit_id in (select organisation.scoped_unit_ids()))`.execute(
    tx,
  )
  return rows
}

export type SheetPlace = {
  readonly formId: string
  readonly unitId: string
  readonly periodFrom: Day
  readonly periodTo: Day
}

/** The sheet of a form, unit and period, if anything was typed yet. */
export async function findSheet(tx: Tx, place: SheetPlace): Promise<SheetRow | undefined> {
  return on(tx)
    .selectFrom('indicators.sheet')
    .selectAll()
    .where('formId', '=', place.formId)
    .where('unitId', '=', place.unitId)
    .where('periodFrom', '=', place.periodFrom)
    .where('periodTo', '=', place.periodTo)
    .executeTakeFirst()
}

/** The sheet, locked until the transaction ends. */
export async function findSheetForUpdate(tx: Tx, id: string): Promise<SheetRow | undefined> {
  return on(tx).selectFrom('indicators.sheet').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The sheet of the row's place, locked: the one that is there, else this one. */
export async function openSheet(tx: Tx, row: SheetRow): Promise<SheetRow> {
  await on(tx)
    .insertInto('indicators.sheet')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return on(tx)
    .selectFrom('indicators.sheet')
    .selectAll()
    .where('formId', '=', row.formId)
    .where('unitId', '=', row.unitId)
    .where('periodFrom', '=', row.periodFrom)
    .where('periodTo', '=', row.periodTo)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Moves the sheet and keeps the step: who, when, in whose name, with what comment. */
export async function moveSheet(tx: Tx, step: StepRow, returned: boolean): Promise<void> {
  await on(tx)
    .updateTable('indicators.sheet')
    .set({ stage: step.toStage, returned, changedAt: step.at })
    .where('id', '=', step.sheetId)
    .execute()
  await on(tx).insertInto('indicators.sheetStep').values(step).execute()
}

export async function listSteps(tx: Tx, sheetId: string): Promise<StepRow[]> {
  return on(tx)
    .selectFrom('indicators.sheetStep')
    .selectAll()
    .where('sheetId', '=', sheetId)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** What is being typed, if the running request may see it. */
export async function listDrafts(tx: Tx, sheetId: string): Promise<DraftRow[]> {
  return on(tx).selectFrom('indicators.draft').selectAll().where('sheetId', '=', sheetId).execute()
}

/** Keeps what was typed last; the last keystroke wins. */
export async function saveDrafts(tx: Tx, rows: readonly DraftRow[]): Promise<void> {
  if (rows.length === 0) return
  await on(tx)
    .insertInto('indicators.draft')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.columns(['sheetId', 'measureId']).doUpdateSet((known) => ({
        raw: known.ref('excluded.raw'),
        value: known.ref('excluded.value'),
        state: known.ref('excluded.state'),
        note: known.ref('excluded.note'),
        changedAt: known.ref('excluded.changedAt'),
        changedBy: known.ref('excluded.changedBy'),
      })),
    )
    .execute()
}

/** Forgets drafts: those of cells that were emptied, or all of a sheet that was submitted. */
export async function dropDrafts(tx: Tx, sheetId: string, measureIds: readonly string[] | null): Promise<void> {
  let query = on(tx).deleteFrom('indicators.draft').where('sheetId', '=', sheetId)
  if (measureIds) {
    if (measureIds.length === 0) return
    query = query.where('measureId', 'in', [...measureIds])
  }
  await query.execute()
}

export async function insertEvidence(tx: Tx, row: EvidenceRow): Promise<void> {
  await on(tx).insertInto('indicators.evidence').values(row).execute()
}

export async function listEvidence(tx: Tx, sheetId: string): Promise<EvidenceRow[]> {
  return on(tx)
    .selectFrom('indicators.evidence')
    .selectAll()
    .where('sheetId', '=', sheetId)
    .orderBy('addedAt')
    .execute()
}

export type SheetSummary = SheetRow & {
  readonly drafts: number
  readonly filled: number
  readonly submittedBy: string | null
  readonly submittedAt: Date | null
}

/** Sheets of these forms whose period ends in the range, with how much is filled in and who submitted last. */
export async function listSheets(
  tx: Tx,
  { formIds, from, to, minStage = 0 }: { formIds: readonly string[]; from: Day; to: Day; minStage?: number },
): Promise<SheetSummary[]> {
  if (formIds.length === 0) return []
  const { rows } = await sql<SheetSummary>`
    select s.*, coalesce(d.count, 0) as drafts, coalesce(o.count, 0) as filled, t.by_name as submitted_by, t.at as submitted_at
    from indicators.sheet s
    left join lateral (select count(*) as count from indicators.draft d where d.sheet_id = s.id and d.state <> 'wrong') d on true
    left join lateral (
      select count(*) as count from indicators.observation o where o.sheet_id = s.id and o.superseded_at is null) o on true
    left join lateral (
      select by_name, at from indicators.sheet_step t where t.sheet_id = s.id and t.act = 'submit' order by at desc limit 1) t on true
    where s.form_id = any (${[...formIds]}::uuid[]) and s.period_to between ${from} and ${to} and s.stage >= ${minStage}
    order by s.period_to, s.id`.execute(tx)
  return rows
}

/** The measures of a form, in order. */
export async function listFormMeasures(tx: Tx, formId: string): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('indicators.formMeasure')
    .select('measureId')
    .where('formId', '=', formId)
    .orderBy('position')
    .execute()
  return rows.map(({ measureId }) => measureId)
}
