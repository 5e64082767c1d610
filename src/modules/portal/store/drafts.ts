import { sql } from 'kysely'
import type { MoveNotice } from '#modules/forms/contract.ts'
import { json, type Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'

export type DraftRow = {
  readonly id: string
  readonly citizenId: string
  readonly procedureCode: string
  readonly state: 'open' | 'filed' | 'dropped'
  readonly caseId: string | null
  readonly caseCode: string | null
  readonly beganAt: Date
  readonly changedAt: Date
  readonly filedAt: Date | null
}
/** A form of an application: which version it is written on, the hash of what that asks, and what its last change did to answers. */
export type DraftFormRow = {
  readonly draftId: string
  /** What the names of its answers end in; empty: nothing. */
  readonly mark: string
  readonly versionId: string
  readonly hash: string
  readonly notices: readonly FormNotice[]
}
/** What a new version of the form did to an answer. */
export type FormNotice = Pick<MoveNotice, 'field' | 'label' | 'what' | 'chosen'>
export type ConsentRow = {
  readonly id: string
  readonly citizenId: string
  /** Null: about all of a citizen's applications. */
  readonly draftId: string | null
  readonly purpose: string
  readonly given: boolean
  readonly textVersion: number
  readonly textHash: string
  readonly language: 'vi' | 'en'
  readonly at: Date
}
type Tables = {
  'portal.draft': DraftRow
  'portal.draftForm': DraftFormRow
  'portal.draftField': { draftId: string; name: string; value: unknown; keptAt: Date }
  'portal.consent': ConsentRow
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** The open drafts of the citizen for a procedure with whom each is for, the last begun first. */
export async function listOpenDrafts(tx: Tx, citizenId: string, procedureCode: string) {
  const { rows } = await sql<Pick<DraftRow, 'id' | 'beganAt' | 'changedAt'> & { readonly name: string }>`
    select d.id, d.began_at, d.changed_at, coalesce(f.value #>> '{}', '') as name
    from portal.draft d left join portal.draft_field f on f.draft_id = d.id and f.name = 'subject.name'
    where d.citizen_id = ${citizenId} and d.procedure_code = ${procedureCode} and d.state = 'open'
    order by d.id desc`.execute(tx)
  return rows
}

export const countOpenDrafts = async (tx: Tx, citizenId: string): Promise<number> => {
  const row = await on(tx)
    .selectFrom('portal.draft')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('citizenId', '=', citizenId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return row.count
}

export const insertDraft = (tx: Tx, row: DraftRow) => on(tx).insertInto('portal.draft').values(row).execute()

/** The forms of a draft, that without a mark first. */
export const draftFormsOf = (tx: Tx, draftId: string): Promise<DraftFormRow[]> =>
  on(tx)
    .selectFrom('portal.draftForm')
    .selectAll()
    .where('draftId', '=', draftId)
    .orderBy('mark')
    .modifyEnd(KEPT)
    .execute()

/** Keeps a form of a draft in place of the one under its mark. */
export async function putDraftForm(tx: Tx, { draftId, mark, versionId, hash, notices }: DraftFormRow): Promise<void> {
  const row = { versionId, hash, notices: json(notices) }
  await on(tx)
    .insertInto('portal.draftForm')
    .values({ draftId, mark, ...row } as never)
    .onConflict((conflict) => conflict.columns(['draftId', 'mark']).doUpdateSet(row as never))
    .execute()
}

export async function deleteDraftForm(tx: Tx, draftId: string, mark: string): Promise<void> {
  await on(tx).deleteFrom('portal.draftForm').where('draftId', '=', draftId).where('mark', '=', mark).execute()
}

/** The draft, if it is one of the actor's. */
export const findDraft = (tx: Tx, id: string) =>
  on(tx).selectFrom('portal.draft').selectAll().where('id', '=', id).modifyEnd(KEPT).executeTakeFirst()

/** The same, locked until the transaction ends. */
export const findDraftForUpdate = (tx: Tx, id: string) =>
  on(tx).selectFrom('portal.draft').selectAll().where('id', '=', id).forUpdate().modifyEnd(KEPT).executeTakeFirst()

export async function updateDraft(tx: Tx, id: string, fields: Partial<DraftRow>): Promise<void> {
  await on(tx).updateTable('portal.draft').set(fields).where('id', '=', id).execute()
}

/** Those of the drafts that are the actor's. */
export async function draftsInSight(tx: Tx, ids: readonly string[]): Promise<DraftRow[]> {
  if (ids.length === 0) return []
  return on(tx)
    .selectFrom('portal.draft')
    .selectAll()
    .where('id', 'in', [...ids])
    .execute()
}

/** From now until the end of the transaction the platform sees of which application a case came, to tell its citizen. */
export async function openTelling(tx: Tx): Promise<void> {
  await sql`select set_config('portal.telling', 'open', true)`.execute(tx)
}

/** The application a case came of. */
export const findDraftOfCase = (tx: Tx, caseId: string) =>
  on(tx).selectFrom('portal.draft').selectAll().where('caseId', '=', caseId).limit(1).executeTakeFirst()

/** Every field of a draft that was kept. */
export async function fieldsOf(tx: Tx, draftId: string): Promise<Readonly<Record<string, unknown>>> {
  const rows = await on(tx)
    .selectFrom('portal.draftField')
    .select(['name', 'value'])
    .where('draftId', '=', draftId)
    .modifyEnd(KEPT)
    .execute()
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** Keeps one field in place of what stood there. */
export async function putField(tx: Tx, draftId: string, name: string, value: unknown, keptAt: Date): Promise<void> {
  await sql`${KEPT} insert into portal.draft_field (draft_id, name, value, kept_at) values (${draftId}, ${name}, ${json(value)}, ${keptAt})
    on conflict (draft_id, name) do update set value = excluded.value, kept_at = excluded.kept_at`.execute(tx)
}

/** Keeps one field if nothing stands there yet. */
export async function offerField(tx: Tx, draftId: string, name: string, value: string, keptAt: Date): Promise<void> {
  await sql`insert into portal.draft_field (draft_id, name, value, kept_at) values (${draftId}, ${name}, ${json(value)}, ${keptAt})
    on conflict (draft_id, name) do nothing`.execute(tx)
}

/** Puts these fields in the place of those of the names. */
export async function replaceFields(
  tx: Tx,
  draftId: string,
  names: readonly string[],
  fields: Readonly<Record<string, unknown>>,
  keptAt: Date,
): Promise<void> {
  await sql`delete from portal.draft_field where draft_id = ${draftId} and name = any (${[...names]}::text[])`.execute(
    tx,
  )
  await sql`insert into portal.draft_field (draft_id, name, value, kept_at)
    select ${draftId}, key, value, ${keptAt} from jsonb_each(${json(fields)})`.execute(tx)
}

/** Removes what was written: personal data of an application that is not wanted any more. */
export async function deleteFields(tx: Tx, draftId: string): Promise<void> {
  await on(tx).deleteFrom('portal.draftField').where('draftId', '=', draftId).execute()
}

/** One page of a citizen's applications, the newest first. */
export async function listDrafts(
  tx: Tx,
  { citizenId, after, limit }: { citizenId: string; after?: string | undefined; limit: number },
): Promise<DraftRow[]> {
  let query = on(tx)
    .selectFrom('portal.draft')
    .selectAll()
    .where('citizenId', '=', citizenId)
    .where('state', '<>', 'dropped')
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

export const insertConsent = (tx: Tx, row: ConsentRow) => on(tx).insertInto('portal.consent').values(row).execute()

/** The last word of a citizen on each purpose, of each application. */
export const latestConsents = (tx: Tx, citizenId: string): Promise<ConsentRow[]> =>
  on(tx)
    .selectFrom('portal.consent')
    .selectAll()
    .distinctOn(['purpose', 'draftId'])
    .where('citizenId', '=', citizenId)
    .orderBy('purpose')
    .orderBy('draftId')
    .orderBy('id', 'desc')
    .execute()

/** Every consent of an application and every withdrawal, the oldest first. */
export const listConsents = (tx: Tx, draftId: string) =>
  on(tx).selectFrom('portal.consent').selectAll().where('draftId', '=', draftId).orderBy('id').limit(200).execute()
