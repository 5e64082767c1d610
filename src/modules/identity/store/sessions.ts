import type { Tx } from '#server/db.ts'
import { type ApiTokenGrantRow, type ApiTokenRow, on, type SessionEnd, type SessionRow } from './tables.ts'

/** Begins a session and notes that the account is in use. */
export async function insertSession(tx: Tx, row: SessionRow): Promise<void> {
  await on(tx).insertInto('identity.session').values(row).execute()
  await on(tx)
    .updateTable('identity.account')
    .set({ lastUsedAt: row.createdAt, lastSignedInAt: row.createdAt })
    .where('id', '=', row.accountId)
    .execute()
}

/** A live session; undefined when it has ended. */
export async function findSessionById(tx: Tx, id: string): Promise<SessionRow | undefined> {
  return on(tx)
    .selectFrom('identity.session')
    .selectAll()
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

/** The live sessions of an account, newest first. */
export async function listSessions(tx: Tx, accountId: string, now: Date): Promise<SessionRow[]> {
  return on(tx)
    .selectFrom('identity.session')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}

type Ending = {
  readonly accountId: string
  readonly reason: SessionEnd
  readonly now: Date
  /** Only this one. */
  readonly sessionId?: string
  /** All but this one. */
  readonly butNot?: string | null
}

/** Ends sessions of an account; how many. */
export async function endSessionsOf(tx: Tx, { accountId, reason, now, sessionId, butNot }: Ending): Promise<number> {
  let query = on(tx)
    .updateTable('identity.session')
    .set({ endedAt: now, endReason: reason })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
  if (sessionId) query = query.where('id', '=', sessionId)
  if (butNot) query = query.where('id', '!=', butNot)
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** Locks a session's screen. */
export async function lockSessionRow(tx: Tx, id: string, now: Date): Promise<void> {
  await on(tx)
    .updateTable('identity.session')
    .set({ lockedAt: now })
    .where('id', '=', id)
    .where('lockedAt', 'is', null)
    .execute()
}

/** Unlocks a session under a new token, so that whoever held the old one holds nothing. */
export async function renewSession(
  tx: Tx,
  id: string,
  changes: { readonly tokenHash: Buffer; readonly now: Date; readonly secondFactor?: boolean },
): Promise<void> {
  await on(tx)
    .updateTable('identity.session')
    .set({
      tokenHash: changes.tokenHash,
      lockedAt: null,
      lastSeenAt: changes.now,
      ...(changes.secondFactor !== undefined && { secondFactor: changes.secondFactor }),
    })
    .where('id', '=', id)
    .execute()
}

/** Adds an access token with its rights. */
export async function insertToken(tx: Tx, row: ApiTokenRow, grants: readonly ApiTokenGrantRow[]): Promise<void> {
  await on(tx).insertInto('identity.apiToken').values(row).execute()
  await on(tx)
    .insertInto('identity.apiTokenGrant')
    .values([...grants])
    .execute()
}

export type TokenWithRights = ApiTokenRow & {
  readonly rights: { permission: string; unitId: string | null; reach: 'own' | 'subtree' }[]
}

/** The live access tokens of an account, newest first. */
export async function listTokens(tx: Tx, accountId: string, now: Date): Promise<TokenWithRights[]> {
  const tokens = await on(tx)
    .selectFrom('identity.apiToken')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  if (tokens.length === 0) return []
  const grants = await on(tx)
    .selectFrom('identity.apiTokenGrant')
    .select(['tokenId', 'permission', 'unitId', 'reach'])
    .where(
      'tokenId',
      'in',
      tokens.map(({ id }) => id),
    )
    .orderBy('permission')
    .execute()
  return tokens.map((token) => ({
    ...token,
    rights: grants
      .filter(({ tokenId }) => tokenId === token.id)
      .map(({ permission, unitId, reach }) => ({ permission, unitId, reach })),
  }))
}

/** Revokes access tokens of an account, one or all; how many. */
export async function revokeTokensOf(tx: Tx, accountId: string, now: Date, tokenId?: string): Promise<number> {
  let query = on(tx)
    .updateTable('identity.apiToken')
    .set({ revokedAt: now })
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
  if (tokenId) query = query.where('id', '=', tokenId)
  const { numUpdatedRows } = await query.executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
