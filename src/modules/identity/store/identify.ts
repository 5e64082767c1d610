import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Db, Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import type { Right, TokenRight } from '../domain/rights.ts'
import type { AccountKind } from '../domain/session.ts'
import type { SessionMethod } from './tables.ts'

export type FoundSession = {
  readonly sessionId: string
  readonly accountId: string
  readonly displayName: string
  readonly kind: AccountKind
  readonly officialId: string | null
  readonly unitId: string | null
  readonly secondFactor: boolean
  readonly method: SessionMethod
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly lockedAt: Date | null
  readonly passwordChangedAt: Date | null
  readonly mustChange: boolean
  readonly hasSecondFactor: boolean
  readonly rights: readonly Right[]
  readonly settings: Readonly<Record<string, number>>
}

/** The live session behind a token's hash, with its account's rights and the settings: one indexed query. */
export async function findSession(db: Db | Tx, hash: Buffer, now: Date, day: Day): Promise<FoundSession | undefined> {
  const { rows } =
    await sql<FoundSession>`${KEPT} select * from identity.find_session(${hash}, ${now}, ${day}::date)`.execute(db)
  return rows[0]
}

/** Notes that the session is in use, at most once a minute. */
export async function touchSession(db: Db, sessionId: string, now: Date): Promise<void> {
  await sql`select identity.touch_session(${sessionId}::uuid, ${now})`.execute(db)
}

export type FoundToken = {
  readonly tokenId: string
  readonly accountId: string
  readonly name: string
  readonly displayName: string
  readonly kind: AccountKind
  readonly officialId: string | null
  readonly lastUsedAt: Date | null
  readonly grants: readonly TokenRight[]
  readonly rights: readonly Right[]
}

/** The live access token behind a hash, with what it was granted and what its account holds. */
export async function findToken(db: Db, hash: Buffer, now: Date, day: Day): Promise<FoundToken | undefined> {
  const { rows } =
    await sql<FoundToken>`${KEPT} select * from identity.find_token(${hash}, ${now}, ${day}::date)`.execute(db)
  return rows[0]
}

/** Notes that the token is in use, at most once a minute. */
export async function touchToken(db: Db, tokenId: string, now: Date): Promise<void> {
  await sql`select identity.touch_token(${tokenId}::uuid, ${now})`.execute(db)
}

/** What the accounts behind officials hold themselves, which is all that a delegation can pass on. */
export async function rightsOfOfficials(
  db: Db | Tx,
  officialIds: readonly string[],
  now: Date,
  day: Day,
): Promise<(Right & { readonly officialId: string })[]> {
  if (officialIds.length === 0) return []
  const { rows } = await sql<Right & { officialId: string }>`
    select * from identity.rights_of_officials(${`{${officialIds.join(',')}}`}::uuid[], ${now}, ${day}::date)`.execute(
    db,
  )
  return rows
}

/** What active accounts hold themselves at a moment. */
export async function rightsOfAccounts(
  tx: Tx,
  accountIds: readonly string[],
  now: Date,
  day: Day,
): Promise<{ accountId: string; officialId: string | null; rights: readonly Right[] }[]> {
  const { rows } = await sql<{ accountId: string; officialId: string | null; rights: readonly Right[] }>`
    select * from identity.rights_of_accounts(${[...accountIds]}::uuid[], ${now}, ${day}::date)`.execute(tx)
  return rows
}
