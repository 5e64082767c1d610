import type { Tx } from '#server/db.ts'

export type IdentityRow = {
  readonly citizenId: string
  readonly subjectHash: string
  readonly knownSealed: Buffer
  readonly verifiedAt: Date
}
export type FlowRow = {
  readonly stateHash: string
  readonly nonce: string
  readonly verifierSealed: Buffer
  readonly browserHash: string
  readonly citizenId: string | null
  readonly expiresAt: Date
}
export type PendingRow = {
  readonly tokenHash: string
  readonly subjectHash: string
  readonly knownSealed: Buffer
  readonly citizenId: string
  readonly expiresAt: Date
}
type Tables = {
  'portal.identity': IdentityRow
  'portal.providerFlow': FlowRow
  'portal.pendingIdentity': PendingRow
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

export const putFlow = (tx: Tx, row: FlowRow) => on(tx).insertInto('portal.providerFlow').values(row).execute()

/** What must hold, which thereby is used; undefined when this browser began no such thing, or too long ago. */
export const takeFlow = (tx: Tx, stateHash: string, browserHash: string, now: Date) =>
  on(tx)
    .deleteFrom('portal.providerFlow')
    .where('stateHash', '=', stateHash)
    .where('browserHash', '=', browserHash)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()

/** Who of us the provider's person is. */
export const findIdentity = (tx: Tx, subjectHash: string) =>
  on(tx).selectFrom('portal.identity').selectAll().where('subjectHash', '=', subjectHash).executeTakeFirst()

/** What the provider vouched for of a citizen. */
export const identityOf = (tx: Tx, citizenId: string) =>
  on(tx).selectFrom('portal.identity').selectAll().where('citizenId', '=', citizenId).executeTakeFirst()

/** Makes the person one with a citizen; false when either is another's already. */
export async function putIdentity(tx: Tx, row: IdentityRow): Promise<boolean> {
  const put = await on(tx)
    .insertInto('portal.identity')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('citizenId')
    .executeTakeFirst()
  return put !== undefined
}

/** What the provider says now stands in place of what it said before. */
export async function renewIdentity(tx: Tx, { citizenId, knownSealed, verifiedAt }: IdentityRow): Promise<void> {
  await on(tx)
    .updateTable('portal.identity')
    .set({ knownSealed, verifiedAt })
    .where('citizenId', '=', citizenId)
    .execute()
}

export const putPending = (tx: Tx, row: PendingRow) => on(tx).insertInto('portal.pendingIdentity').values(row).execute()

/** The person who still has to prove an address, who thereby is used; undefined when there is none or it is too late. */
export const takePending = (tx: Tx, tokenHash: string, now: Date) =>
  on(tx)
    .deleteFrom('portal.pendingIdentity')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()

/** Removes what ran out before the moment. */
export async function forgetProviderFlows(tx: Tx, before: Date): Promise<void> {
  await on(tx).deleteFrom('portal.providerFlow').where('expiresAt', '<', before).execute()
  await on(tx).deleteFrom('portal.pendingIdentity').where('expiresAt', '<', before).execute()
}
