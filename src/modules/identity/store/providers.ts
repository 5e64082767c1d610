import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { type OidcFlowRow, type OidcLinkRow, type OidcProviderRow, on } from './tables.ts'

/** Every sign-in provider with the number of accounts linked to it. */
export async function listProviderRows(tx: Tx): Promise<(OidcProviderRow & { links: number })[]> {
  return on(tx)
    .selectFrom('identity.oidcProvider as p')
    .selectAll('p')
    .select(sql<number>`(select count(*) from identity.oidc_link l where l.provider_id = p.id)`.as('links'))
    .orderBy('p.name')
    .execute()
}

/** The sign-in providers that may be used. */
export async function listActiveProviders(tx: Tx): Promise<{ id: string; name: string }[]> {
  return on(tx)
    .selectFrom('identity.oidcProvider')
    .select(['id', 'name'])
    .where('active', '=', true)
    .orderBy('name')
    .execute()
}

/** A sign-in provider. */
export async function findProvider(tx: Tx, id: string): Promise<OidcProviderRow | undefined> {
  return on(tx).selectFrom('identity.oidcProvider').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Adds or changes a sign-in provider. */
export async function saveProviderRow(tx: Tx, row: OidcProviderRow): Promise<void> {
  const { id: _, createdAt: _made, ...rest } = row
  await on(tx)
    .insertInto('identity.oidcProvider')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(rest))
    .execute()
}

/** Keeps what must hold when the browser comes back from the provider. */
export async function insertFlow(tx: Tx, row: OidcFlowRow): Promise<void> {
  await on(tx).insertInto('identity.oidcFlow').values(row).execute()
}

/** What must hold, which thereby is used; undefined when this browser began no such thing, or too long ago. */
export async function takeFlow(
  tx: Tx,
  stateHash: Buffer,
  browserHash: Buffer,
  now: Date,
): Promise<OidcFlowRow | undefined> {
  return on(tx)
    .deleteFrom('identity.oidcFlow')
    .where('stateHash', '=', stateHash)
    .where('browserHash', '=', browserHash)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()
}

/** The account a provider's subject is linked to. */
export async function findLink(tx: Tx, providerId: string, subject: string): Promise<OidcLinkRow | undefined> {
  return on(tx)
    .selectFrom('identity.oidcLink')
    .selectAll()
    .where('providerId', '=', providerId)
    .where('subject', '=', subject)
    .executeTakeFirst()
}

/** Links a subject to an account; false when one of the two is linked there already. */
export async function insertLink(tx: Tx, row: OidcLinkRow): Promise<boolean> {
  const added = await on(tx)
    .insertInto('identity.oidcLink')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('accountId')
    .executeTakeFirst()
  return added !== undefined
}

/** The providers an account is linked to. */
export async function listLinks(tx: Tx, accountId: string): Promise<{ providerId: string; linkedAt: Date }[]> {
  return on(tx)
    .selectFrom('identity.oidcLink')
    .select(['providerId', 'linkedAt'])
    .where('accountId', '=', accountId)
    .execute()
}

/** Unlinks a provider; whether it was linked. */
export async function deleteLink(tx: Tx, accountId: string, providerId: string): Promise<boolean> {
  const { numDeletedRows } = await on(tx)
    .deleteFrom('identity.oidcLink')
    .where('accountId', '=', accountId)
    .where('providerId', '=', providerId)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
