import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { SHOWN_FROM } from '../domain/failed-search.ts'

export type SynonymRow = {
  readonly id: string
  readonly said: string
  readonly saidFolded: string
  readonly means: string
  readonly writtenBy: string
  readonly writtenByName: string
  readonly writtenAt: Date
}
export type LifeEventRow = {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly place: number
  readonly procedures: string[]
}
type Tables = {
  'portal.synonym': SynonymRow
  'portal.lifeEvent': LifeEventRow
  'portal.failedSearch': { words: string; times: number; firstAt: Date; lastAt: Date }
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** The search knows at most so many synonyms. */
export const MOST_SYNONYMS = 5000

/** Every synonym the search knows. */
export const allSynonyms = (tx: Tx) =>
  on(tx).selectFrom('portal.synonym').select(['said', 'means']).orderBy('saidFolded').limit(MOST_SYNONYMS).execute()

/** A value that changes whenever a synonym does. */
export async function synonymStamp(tx: Tx): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select count(*) || ' ' || coalesce(max(written_at)::text, '') as stamp from portal.synonym`.execute(tx)
  return rows[0]?.stamp ?? ''
}

/** One page of the synonyms, in the order of what is said. */
export async function listSynonymRows(
  tx: Tx,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<SynonymRow[]> {
  let query = on(tx).selectFrom('portal.synonym').selectAll()
  if (after) query = query.where('saidFolded', '>', after)
  return query.orderBy('saidFolded').limit(limit).execute()
}

/** Keeps the meaning of what is said, in place of the one before. */
export async function putSynonym(tx: Tx, row: SynonymRow): Promise<SynonymRow> {
  const { said, means, writtenBy, writtenByName, writtenAt } = row
  return on(tx)
    .insertInto('portal.synonym')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('saidFolded').doUpdateSet({ said, means, writtenBy, writtenByName, writtenAt }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Removes a synonym; whether it was there. */
export async function deleteSynonym(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await on(tx).deleteFrom('portal.synonym').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** The life events in their order; there are few. */
export const listLifeEvents = (tx: Tx) =>
  on(tx).selectFrom('portal.lifeEvent').selectAll().orderBy('place').orderBy('code').limit(100).execute()

export const findLifeEvent = (tx: Tx, code: string) =>
  on(tx).selectFrom('portal.lifeEvent').selectAll().where('code', '=', code).executeTakeFirst()

export async function putLifeEvent(tx: Tx, row: LifeEventRow): Promise<void> {
  const { code: _, ...rest } = row
  await on(tx)
    .insertInto('portal.lifeEvent')
    .values(row)
    .onConflict((conflict) => conflict.column('code').doUpdateSet(rest))
    .execute()
}

/** Counts one more search of these words. */
export async function countFailedSearch(tx: Tx, words: string, now: Date): Promise<void> {
  await sql`insert into portal.failed_search (words, times, first_at, last_at) values (${words}, 1, ${now}, ${now})
    on conflict (words) do update set times = portal.failed_search.times + 1, last_at = excluded.last_at`.execute(tx)
}

/** What is searched for again and again without being found, the most frequent first. */
export const listFailedSearchRows = (tx: Tx, limit: number) =>
  on(tx)
    .selectFrom('portal.failedSearch')
    .select(['words', 'times', 'lastAt'])
    .where('times', '>=', SHOWN_FROM)
    .orderBy('times', 'desc')
    .orderBy('words')
    .limit(limit)
    .execute()

export async function forgetFailedSearch(tx: Tx, words: string): Promise<void> {
  await on(tx).deleteFrom('portal.failedSearch').where('words', '=', words).execute()
}

/** Forgets what nobody searched for since the moment. */
export async function forgetFailedSearchesBefore(tx: Tx, before: Date): Promise<void> {
  await on(tx).deleteFrom('portal.failedSearch').where('lastAt', '<', before).execute()
}
