import { sql } from 'kysely'
import { json, type Tx } from '#server/db.ts'
import type { Right } from '../domain/rights.ts'
import { type AccountRow, on, type SettingRow } from './tables.ts'

/** What was set, by key. */
export async function listSettingRows(tx: Tx): Promise<Map<string, SettingRow>> {
  const rows = await on(tx).selectFrom('identity.setting').selectAll().execute()
  return new Map(rows.map((row) => [row.key, row]))
}

/** Sets a setting. */
export async function saveSetting(tx: Tx, row: SettingRow): Promise<void> {
  const { key: _, ...rest } = row
  await on(tx)
    .insertInto('identity.setting')
    .values(row)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(rest))
    .execute()
}

export type ReviewableAccount = AccountRow & {
  readonly lastReviewedAt: Date | null
  readonly lastReviewerId: string | null
}

/** One page of the accounts in sight with their last review; `dueBefore` leaves out those reviewed (or made) later. */
export async function listReviewable(
  tx: Tx,
  { after, limit, dueBefore }: { after?: string | undefined; limit: number; dueBefore?: Date },
): Promise<ReviewableAccount[]> {
  let query = on(tx)
    .selectFrom('identity.account as a')
    .selectAll('a')
    .select([
      sql<Date | null>`(select r.at from identity.account_review r where r.account_id = a.id order by r.id desc limit 1)`.as(
        'lastReviewedAt',
      ),
      sql<
        string | null
      >`(select r.reviewer_id from identity.account_review r where r.account_id = a.id order by r.id desc limit 1)`.as(
        'lastReviewerId',
      ),
    ])
  if (after) query = query.where('a.id', '>', after)
  if (dueBefore) query = query.where(lastLook, '<=', dueBefore)
  return query.orderBy('a.id').limit(limit).execute()
}

const lastLook = sql<Date>`coalesce((select max(r.at) from identity.account_review r where r.account_id = a.id), a.created_at)`

/** How many of the accounts in sight have to be reviewed. */
export async function countReviewsDue(tx: Tx, dueBefore: Date): Promise<number> {
  const { due } = await on(tx)
    .selectFrom('identity.account as a')
    .select((select) => select.fn.countAll<number>().as('due'))
    .where(lastLook, '<=', dueBefore)
    .executeTakeFirstOrThrow()
  return due
}

/** Writes down that an account was reviewed, with its rights as they were. */
export async function insertReview(
  tx: Tx,
  row: {
    readonly id: string
    readonly accountId: string
    readonly at: Date
    readonly reviewerId: string
    readonly note: string
    readonly rights: readonly Right[]
  },
): Promise<void> {
  await on(tx)
    .insertInto('identity.accountReview')
    .values({ ...row, rights: json(row.rights) })
    .execute()
}

/** When an account was last reviewed. */
export async function findLastReview(tx: Tx, accountId: string): Promise<Date | null> {
  const row = await on(tx)
    .selectFrom('identity.accountReview')
    .select('at')
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row?.at ?? null
}
