import { sql } from 'kysely'
import { fold } from '#kernel/text.ts'
import type { Tx } from '#server/db.ts'
import { type AccountRow, on } from './tables.ts'

/** An account. */
export async function findAccount(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return on(tx).selectFrom('identity.account').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The active personal accounts of officials. */
export async function listAccountsOf(
  tx: Tx,
  by: { readonly officialIds?: readonly string[]; readonly accountIds?: readonly string[] },
): Promise<{ id: string; displayName: string; officialId: string | null }[]> {
  return on(tx)
    .selectFrom('identity.account')
    .select(['id', 'displayName', 'officialId'])
    .where((where) =>
      where.or([
        where('officialId', '=', sql<string>`any(${[...(by.officialIds ?? [])]}::uuid[])`),
        where('id', '=', sql<string>`any(${[...(by.accountIds ?? [])]}::uuid[])`),
      ]),
    )
    .where('officialId', 'is not', null)
    .where('status', '=', 'active')
    .execute()
}

/** An account, locked until the transaction ends. */
export async function findAccountForUpdate(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return on(tx).selectFrom('identity.account').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Adds an account; the name of the rule it breaks when it is there already. */
export async function insertAccount(tx: Tx, row: AccountRow): Promise<'added' | 'name-taken'> {
  const added = await on(tx)
    .insertInto('identity.account')
    .values(row)
    .onConflict((conflict) => conflict.column('signInName').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added ? 'added' : 'name-taken'
}

/** Whether another personal account stands for the official. */
export async function isOfficialTaken(tx: Tx, officialId: string, butNotAccountId: string): Promise<boolean> {
  const found = await on(tx)
    .selectFrom('identity.account')
    .select('id')
    .where('officialId', '=', officialId)
    .where('kind', '=', 'personal')
    .where('id', '!=', butNotAccountId)
    .executeTakeFirst()
  return found !== undefined
}

/** Keeps changes of an account under the next version. */
export async function updateAccount(
  tx: Tx,
  id: string,
  changes: Partial<Omit<AccountRow, 'id' | 'version'>>,
): Promise<void> {
  await on(tx)
    .updateTable('identity.account')
    .set({ ...changes, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export type AccountFilter = {
  readonly search?: string | undefined
  readonly kind?: AccountRow['kind'] | undefined
  readonly status?: AccountRow['status'] | undefined
  readonly unitId?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export type AccountWithFactors = AccountRow & { readonly secondFactor: boolean; readonly roles: string[] }

/** One page of the accounts in sight, by sign-in name, and how many there are. */
export async function listAccountRows(
  tx: Tx,
  filter: AccountFilter,
): Promise<{ total: number; rows: AccountWithFactors[] }> {
  let matching = on(tx).selectFrom('identity.account as a')
  if (filter.search) {
    const like = `%${fold(filter.search).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    matching = matching.where('a.searchText', 'like', like)
  }
  if (filter.kind) matching = matching.where('a.kind', '=', filter.kind)
  if (filter.status) matching = matching.where('a.status', '=', filter.status)
  if (filter.unitId) matching = matching.where('a.unitId', '=', filter.unitId)
  const { total } = await matching
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  let page = matching.selectAll('a').select([
    sql<boolean>`identity.has_second_factor(a.id)`.as('secondFactor'),
    sql<string[]>`coalesce((select array_agg(distinct r.code order by r.code) from identity.assignment s
      join identity.role r on r.id = s.role_id
      where s.account_id = a.id and s.valid_from <= current_date and (s.valid_to is null or s.valid_to > current_date)), '{}')`.as(
      'roles',
    ),
  ])
  if (filter.after) page = page.where('a.signInName', '>', filter.after)
  const rows = await page.orderBy('a.signInName').limit(filter.limit).execute()
  return { total, rows }
}

/** Accounts that nobody used since a moment. */
export async function listUnused(tx: Tx, since: Date): Promise<AccountRow[]> {
  return (
    on(tx)
      .selectFrom('identity.account')
      .selectAll()
      .where('status', '=', 'active')
      // Emergency accounts are there to be unused.
      .where('kind', '!=', 'break-glass')
      .where('lastUsedAt', '<', since)
      // Demonstration sign-ins stay open for whoever comes by.
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('identity.demonstration as d')
              .select('d.accountId')
              .whereRef('d.accountId', '=', 'identity.account.id'),
          ),
        ),
      )
      .forUpdate()
      .execute()
  )
}

/** The names of accounts, by id. */
export async function namesOfAccounts(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await on(tx)
    .selectFrom('identity.account')
    .select(['id', 'displayName'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, displayName }) => [id, displayName]))
}

/** How many accounts there are. */
export async function countAccounts(tx: Tx): Promise<number> {
  const { total } = await on(tx)
    .selectFrom('identity.account')
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** The active accounts in sight that stand for an official. */
export async function listOfficialAccounts(tx: Tx): Promise<AccountRow[]> {
  return on(tx)
    .selectFrom('identity.account')
    .selectAll()
    .where('officialId', 'is not', null)
    .where('status', '=', 'active')
    .orderBy('displayName')
    .execute()
}
