import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { LetterSide } from '../domain/letter.ts'

export type LetterRow = {
  readonly id: string
  readonly caseId: string
  readonly side: LetterSide
  readonly byReceipt: boolean
  readonly text: string
  readonly writtenBy: string | null
  readonly writtenByName: string | null
  readonly unitId: string | null
  readonly at: Date
  readonly readAt: Date | null
}
type LetterFileRow = { letterId: string; caseId: string; fileId: string; place: number }
type TalkRow = { caseId: string; waitsSince: Date | null; dueAt: Date | null }
type SettingRow = { key: string; value: number; changedAt: Date }
type Tables = {
  'cases.letter': LetterRow
  'cases.letterFile': LetterFileRow
  'cases.talk': TalkRow
  'cases.letterSetting': SettingRow
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** One page of what was said about a case, the newest first; of all of it, or of what whoever has the receipt reads. */
export async function listLetterRows(
  tx: Tx,
  caseId: string,
  { after, limit, byReceipt = false }: { after?: string | undefined; limit: number; byReceipt?: boolean },
): Promise<LetterRow[]> {
  let query = on(tx).selectFrom('cases.letter').selectAll().where('caseId', '=', caseId)
  if (after) query = query.where('id', '<', after)
  if (byReceipt) query = query.where('byReceipt', '=', true)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** What a side said last. */
export const findLastLetter = (tx: Tx, caseId: string, side: LetterSide): Promise<LetterRow | undefined> =>
  on(tx)
    .selectFrom('cases.letter')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('side', '=', side)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findLetter = (tx: Tx, caseId: string, id: string): Promise<LetterRow | undefined> =>
  on(tx).selectFrom('cases.letter').selectAll().where('caseId', '=', caseId).where('id', '=', id).executeTakeFirst()

/** Keeps a letter with its files, in their order. */
export async function insertLetter(tx: Tx, row: LetterRow, fileIds: readonly string[]): Promise<void> {
  await on(tx).insertInto('cases.letter').values(row).execute()
  const files = fileIds.map((fileId, place) => ({ letterId: row.id, caseId: row.caseId, fileId, place }))
  if (files.length > 0) await on(tx).insertInto('cases.letterFile').values(files).execute()
}

/** The files of letters of a case, in their order. */
export const listLetterFiles = (tx: Tx, caseId: string, letterIds: readonly string[]): Promise<LetterFileRow[]> =>
  letterIds.length === 0
    ? Promise.resolve([])
    : on(tx)
        .selectFrom('cases.letterFile')
        .selectAll()
        .where('caseId', '=', caseId)
        .where('letterId', 'in', [...letterIds])
        .orderBy('place')
        .execute()

/** How many letters a side wrote about a case since a moment. */
export async function countLetters(tx: Tx, caseId: string, side: LetterSide, since: Date): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('cases.letter')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('caseId', '=', caseId)
    .where('side', '=', side)
    .where('at', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** Letters of a side that the other has not seen, before one of them. */
export const listUnread = (tx: Tx, caseId: string, side: LetterSide, before: string): Promise<{ at: Date }[]> =>
  on(tx)
    .selectFrom('cases.letter')
    .select('at')
    .where('caseId', '=', caseId)
    .where('side', '=', side)
    .where('readAt', 'is', null)
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

/** The other side has seen what this one wrote; how many letters it had not. */
export async function readLetters(
  tx: Tx,
  caseId: string,
  { side, byReceipt = false }: { side: LetterSide; byReceipt?: boolean },
  at: Date,
): Promise<number> {
  let query = on(tx)
    .updateTable('cases.letter')
    .set({ readAt: at })
    .where('caseId', '=', caseId)
    .where('side', '=', side)
    .where('readAt', 'is', null)
  if (byReceipt) query = query.where('byReceipt', '=', true)
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

export type Waiting = { readonly since: Date; readonly dueAt: Date }

/** Since when the citizen waits for an answer; undefined when not. */
export async function findWaiting(tx: Tx, caseId: string): Promise<Waiting | undefined> {
  const row = await on(tx).selectFrom('cases.talk').selectAll().where('caseId', '=', caseId).executeTakeFirst()
  return row?.waitsSince && row.dueAt ? { since: row.waitsSince, dueAt: row.dueAt } : undefined
}

/** From now on the citizen waits; who waited before goes on waiting from then. */
export async function beginWaiting(tx: Tx, caseId: string, { since, dueAt }: Waiting): Promise<void> {
  await sql`insert into cases.talk (case_id, waits_since, due_at) values (${caseId}, ${since}, ${dueAt})
    on conflict (case_id) do update set waits_since = ${since}, due_at = ${dueAt} where cases.talk.waits_since is null`.execute(
    tx,
  )
}

/** Nobody waits any more; whether somebody did. */
export async function endWaiting(tx: Tx, caseId: string): Promise<boolean> {
  const { numUpdatedRows } = await on(tx)
    .updateTable('cases.talk')
    .set({ waitsSince: null, dueAt: null })
    .where('caseId', '=', caseId)
    .where('waitsSince', 'is not', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

const KEYS = { answerHours: 'answer-hours', mostADay: 'most-a-day', daysAfterEnd: 'days-after-end' } as const
export type LetterSettings = Readonly<Record<keyof typeof KEYS, number>> & { readonly changedAt: Date }

/** What talk with citizens goes by, and when that was last changed. */
export async function findLetterSettings(tx: Tx): Promise<LetterSettings> {
  const rows = await on(tx).selectFrom('cases.letterSetting').selectAll().execute()
  const of = (key: string) => rows.find((row) => row.key === key)?.value ?? 0
  return {
    answerHours: of(KEYS.answerHours),
    mostADay: of(KEYS.mostADay),
    daysAfterEnd: of(KEYS.daysAfterEnd),
    changedAt: new Date(Math.max(...rows.map(({ changedAt }) => changedAt.getTime()))),
  }
}

export async function putLetterSettings(
  tx: Tx,
  settings: Omit<LetterSettings, 'changedAt'>,
  changedAt: Date,
): Promise<void> {
  for (const name of ['answerHours', 'mostADay', 'daysAfterEnd'] as const)
    await on(tx)
      .updateTable('cases.letterSetting')
      .set({ value: settings[name], changedAt })
      .where('key', '=', KEYS[name])
      .execute()
}
