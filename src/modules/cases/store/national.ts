import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { ActRecord } from '../domain/act.ts'
import type { SyncState } from '../domain/words.ts'
import { on, type PaperRow, type PartyRow, type PauseRow, type ResultRow } from './tables.ts'

/** The acts of a case up to one, in order: what the case was after it follows from them. */
export async function listActsUpTo(tx: Tx, caseId: string, number: number): Promise<ActRecord[]> {
  return on(tx)
    .selectFrom('cases.act')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('number', '<=', number)
    .orderBy('number')
    .execute()
}

export type HangingThen = {
  readonly parties: readonly PartyRow[]
  readonly papers: readonly PaperRow[]
  readonly results: readonly ResultRow[]
  readonly pauses: readonly PauseRow[]
}

/** What hung on a case at a moment. */
export async function hangingAt(tx: Tx, caseId: string, at: Date): Promise<HangingThen> {
  const [parties, papers, results, pauses] = await Promise.all([
    on(tx).selectFrom('cases.party').selectAll().where('caseId', '=', caseId).orderBy('role', 'desc').execute(),
    on(tx)
      .selectFrom('cases.paper')
      .selectAll()
      .where('caseId', '=', caseId)
      .where('addedAt', '<=', at)
      .where((where) => where.or([where('removedAt', 'is', null), where('removedAt', '>', at)]))
      .orderBy('addedAt')
      .orderBy('id')
      .execute(),
    on(tx)
      .selectFrom('cases.result')
      .selectAll()
      .where('caseId', '=', caseId)
      .where('createdAt', '<=', at)
      .where((where) => where.or([where('revokedAt', 'is', null), where('revokedAt', '>', at)]))
      .orderBy('id')
      .execute(),
    on(tx)
      .selectFrom('cases.pause')
      .selectAll()
      .where('caseId', '=', caseId)
      .where('kind', '=', 'supplement')
      .where('fromAt', '<=', at)
      .orderBy('fromAt')
      .execute(),
  ])
  return { parties, papers, results, pauses }
}

/** The national code of a state on a day; null: it has none. */
export async function findNationalCode(tx: Tx, business: string, day: Day): Promise<number | null> {
  const { rows } = await sql<{ code: number }>`
    select code from cases.national_state where business = ${business} and valid_from <= ${day}
      and (valid_to is null or ${day} < valid_to)`.execute(tx)
  return rows[0]?.code ?? null
}

/** Writes how far a case is known nationally; whether that changed. */
export async function updateSync(tx: Tx, caseId: string, sync: SyncState): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('cases.case')
    .set({ sync })
    .where('id', '=', caseId)
    .where('sync', '<>', sync)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export async function findCaseIdByCode(tx: Tx, code: string): Promise<string | undefined> {
  const row = await on(tx).selectFrom('cases.case').select('id').where('code', '=', code).executeTakeFirst()
  return row?.id
}

/** The code of a case; null: it has none yet. */
export async function findCaseCode(tx: Tx, caseId: string): Promise<string | null> {
  const row = await on(tx).selectFrom('cases.case').select('code').where('id', '=', caseId).executeTakeFirst()
  return row?.code ?? null
}

/** The code of cases and the unit that decides each. */
export async function placesOfCases(
  tx: Tx,
  caseIds: readonly string[],
): Promise<{ id: string; code: string | null; competentUnitId: string }[]> {
  if (caseIds.length === 0) return []
  return on(tx)
    .selectFrom('cases.case')
    .select(['id', 'code', 'competentUnitId'])
    .where('id', 'in', [...caseIds])
    .execute()
}

/** The unit that bears an identifier on a day. */
export async function findUnitByCode(tx: Tx, code: string, day: Day): Promise<string | undefined> {
  const row = await on(tx)
    .selectFrom('cases.unitCode')
    .select('unitId')
    .where('code', '=', code)
    .where('validFrom', '<=', day)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', day)]))
    .executeTakeFirst()
  return row?.unitId
}

/** A number of a unit's day that was given elsewhere is not given here any more. The row stays locked until the transaction ends. */
export async function leaveOutNumber(tx: Tx, unitCode: string, day: Day, number: number): Promise<void> {
  await sql`
    insert into cases.counter as c (unit_code, day, last, elsewhere) values (${unitCode}, ${day}, 0, array[${number}::int])
    on conflict (unit_code, day) do update set elsewhere = array_append(c.elsewhere, ${number}::int)`.execute(tx)
}

export type ActOfDay = {
  readonly caseId: string
  readonly number: number
  readonly competentUnitId: string
  readonly code: string
}

/** Acts of a span of time on cases that bear a code, in order; `unitIds` null: of every unit. */
export async function listActsBetween(
  tx: Tx,
  by: { readonly from: Date; readonly to: Date; readonly unitIds: readonly string[] | null; readonly limit: number },
): Promise<ActOfDay[]> {
  const { rows } = await sql<ActOfDay>`
    select a.case_id, a.number, c.competent_unit_id, c.code
    from cases.act a join cases."case" c on c.id = a.case_id
    where a.at >= ${by.from} and a.at < ${by.to} and c.code is not null
      and (${by.unitIds === null} or c.competent_unit_id = any (${[...(by.unitIds ?? [])]}::uuid[]))
    order by a.case_id, a.number limit ${by.limit}`.execute(tx)
  return rows
}
