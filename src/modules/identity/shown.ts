import type { Tx } from '#server/db.ts'
import type { ListedSession, ListedToken, SignInRecord } from './contract.ts'
import { idleLockMs } from './domain/session.ts'
import type { Settings } from './domain/settings.ts'
import { listSessions, listTokens } from './store/sessions.ts'
import { listSignInRecords } from './store/sign-in.ts'
import type { AccountRow } from './store/tables.ts'

type Showing = { readonly now: Date; readonly settings: Settings; readonly currentId: string | null }

/** The live sessions of an account as they are shown. */
export async function sessionsShown(tx: Tx, account: AccountRow, showing: Showing): Promise<ListedSession[]> {
  const idleMs = idleLockMs(account.kind, showing.settings)
  const rows = await listSessions(tx, account.id, showing.now)
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    secondFactor: row.secondFactor,
    address: row.address,
    userAgent: row.userAgent,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    locked: row.lockedAt !== null || showing.now.getTime() - row.lastSeenAt.getTime() >= idleMs,
    current: row.id === showing.currentId,
  }))
}

/** The live access tokens of an account as they are shown: never the token itself. */
export async function tokensShown(tx: Tx, accountId: string, now: Date): Promise<ListedToken[]> {
  const rows = await listTokens(tx, accountId, now)
  return rows.map(({ id, name, createdAt, expiresAt, lastUsedAt, rights }) => ({
    id,
    name,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    rights,
  }))
}

/** The last sign-ins and attempts on an account as they are shown. */
export async function signInsShown(tx: Tx, accountId: string): Promise<SignInRecord[]> {
  const rows = await listSignInRecords(tx, accountId, 20)
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
