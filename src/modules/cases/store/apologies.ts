import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'

export type DraftRow = {
  readonly id: string
  readonly caseId: string
  readonly dueAt: Date
  readonly proposedDueAt: Date
  readonly lateReason: string
  readonly stepId: string | null
  readonly personName: string | null
  readonly text: string
  readonly ofCases: number | null
  readonly byThen: number | null
  readonly state: 'open' | 'used' | 'dropped'
  readonly madeAt: Date
  readonly settledAt: Date | null
}
type Tables = { 'cases.apologyDraft': DraftRow }
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** Keeps a draft; whether there was none for the case and due moment. */
export async function insertDraft(tx: Tx, row: DraftRow): Promise<boolean> {
  const made = await on(tx)
    .insertInto('cases.apologyDraft')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** The open draft of a case. */
export async function findOpenDraft(tx: Tx, caseId: string): Promise<DraftRow | undefined> {
  return on(tx)
    .selectFrom('cases.apologyDraft')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('state', '=', 'open')
    .orderBy('madeAt', 'desc')
    .executeTakeFirst()
}

/** What becomes of the open drafts of a case. */
export async function settleDrafts(tx: Tx, caseId: string, state: 'used' | 'dropped', at: Date): Promise<void> {
  await on(tx)
    .updateTable('cases.apologyDraft')
    .set({ state, settledAt: at })
    .where('caseId', '=', caseId)
    .where('state', '=', 'open')
    .execute()
}

export type DraftInList = DraftRow & {
  readonly code: string | null
  readonly procedureName: string
  readonly unitId: string
  readonly subjectName: string
}

/** Open drafts of cases in sight, the first due first, a page at a time. */
export async function listDrafts(
  tx: Tx,
  { after, limit }: { after: { dueAt: Date; id: string } | null; limit: number },
): Promise<DraftInList[]> {
  const { rows } = await sql<DraftInList>`
    select d.*, c.code, c.procedure_name, c.unit_id, c.subject_name from cases.apology_draft d join cases."case" c on c.id = d.case_id
    where d.state = 'open' and ${after === null ? sql`true` : sql`(d.due_at, d.id) > (${after.dueAt}, ${after.id}::uuid)`}
    order by d.due_at, d.id limit ${limit}`.execute(tx)
  return rows
}

/** The due moment of one draft, to go on after it. */
export async function findDraftMark(tx: Tx, id: string): Promise<{ dueAt: Date; id: string } | undefined> {
  return on(tx).selectFrom('cases.apologyDraft').select(['dueAt', 'id']).where('id', '=', id).executeTakeFirst()
}

/** A number the watch goes by. */
const APOLOGY_KEYS = { apologyHours: 'apology-hours', likelihoodPercent: 'apology-likelihood-percent' } as const
export type WatchSettings = {
  readonly apologyHours: number
  readonly likelihoodPercent: number
  readonly changedAt: Date
}

/** What the drafting of apologies goes by, and when that was last changed. */
export async function findWatchSettings(tx: Tx): Promise<WatchSettings> {
  const { rows } = await sql<{ key: string; value: number; changedAt: Date }>`
    select key, value, changed_at from cases.watch_setting`.execute(tx)
  const of = (key: string) => rows.find((row) => row.key === key)?.value ?? 0
  const changedAt = new Date(Math.max(...rows.map((row) => row.changedAt.getTime())))
  return {
    apologyHours: of(APOLOGY_KEYS.apologyHours),
    likelihoodPercent: of(APOLOGY_KEYS.likelihoodPercent),
    changedAt,
  }
}

export async function putWatchSettings(tx: Tx, settings: Omit<WatchSettings, 'changedAt'>, now: Date): Promise<void> {
  await sql`update cases.watch_setting set changed_at = ${now}, value = case key
      when ${APOLOGY_KEYS.apologyHours} then ${settings.apologyHours}::int else ${settings.likelihoodPercent}::int end
    where key in (${APOLOGY_KEYS.apologyHours}, ${APOLOGY_KEYS.likelihoodPercent})`.execute(tx)
}

export async function watchSetting(tx: Tx, key: 'apology-hours' | 'apology-likelihood-percent'): Promise<number> {
  const { rows } = await sql<{ value: number }>`select value from cases.watch_setting where key = ${key}`.execute(tx)
  return rows[0]?.value ?? 0
}

/** The words for a reason of lateness, in the language of record. */
export async function lateReasonName(tx: Tx, code: string, day: Day): Promise<string> {
  const { rows } = await sql<{ nameVi: string }>`select name_vi from cases.late_reason
    where code = ${code} and valid_from <= ${day} order by valid_from desc limit 1`.execute(tx)
  return rows[0]?.nameVi ?? code
}
