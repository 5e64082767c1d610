import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'
import type { Guard } from '../domain/lockout.ts'
import { NO_FAILURES } from '../domain/lockout.ts'
import { type Settings, settingsFrom } from '../domain/settings.ts'
import {
  type AccountRow,
  type ChallengePurpose,
  type DemonstrationRow,
  on,
  type PasskeyChallengeRow,
  type PendingSignInRow,
} from './tables.ts'

/** The settings in force. */
export async function getSettings(tx: Tx): Promise<Settings> {
  const rows = await on(tx).selectFrom('identity.setting').select(['key', 'value']).execute()
  return settingsFrom(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
}

/** The failed attempts under a name, locked until the transaction ends: attempts on one name wait for each other. */
export async function getGuardForUpdate(tx: Tx, nameHash: Buffer): Promise<Guard> {
  await on(tx)
    .insertInto('identity.signInGuard')
    .values({ nameHash, ...NO_FAILURES })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return on(tx)
    .selectFrom('identity.signInGuard')
    .select(['failures', 'lastFailureAt', 'lockedUntil'])
    .where('nameHash', '=', nameHash)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

/** Keeps the failed attempts under a name. */
export async function saveGuard(tx: Tx, nameHash: Buffer, guard: Guard): Promise<void> {
  await on(tx)
    .updateTable('identity.signInGuard')
    .set({ failures: guard.failures, lastFailureAt: guard.lastFailureAt, lockedUntil: guard.lockedUntil })
    .where('nameHash', '=', nameHash)
    .execute()
}

/** Until when each of the names is locked; names that are not locked are left out. */
export async function listLocks(tx: Tx, nameHashes: readonly Buffer[], now: Date): Promise<Map<string, Date>> {
  if (nameHashes.length === 0) return new Map()
  const rows = await on(tx)
    .selectFrom('identity.signInGuard')
    .select(['nameHash', 'lockedUntil'])
    .where('nameHash', 'in', [...nameHashes])
    .where('lockedUntil', '>', now)
    .execute()
  return new Map(rows.map(({ nameHash, lockedUntil }) => [nameHash.toString('hex'), lockedUntil ?? now]))
}

/** The account that signs in under a name. */
export async function findAccountByName(tx: Tx, signInName: string): Promise<AccountRow | undefined> {
  return on(tx).selectFrom('identity.account').selectAll().where('signInName', '=', signInName).executeTakeFirst()
}

/** Keeps that the password was right, until the second factor comes. */
export async function insertPending(tx: Tx, pending: PendingSignInRow): Promise<void> {
  await on(tx).insertInto('identity.pendingSignIn').values(pending).execute()
}

/** The sign-in that waits for its second factor. */
export async function findPending(tx: Tx, tokenHash: Buffer, now: Date): Promise<PendingSignInRow | undefined> {
  return on(tx)
    .selectFrom('identity.pendingSignIn')
    .selectAll()
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
}

/** Forgets a sign-in that was completed. */
export async function deletePending(tx: Tx, tokenHash: Buffer): Promise<void> {
  await on(tx).deleteFrom('identity.pendingSignIn').where('tokenHash', '=', tokenHash).execute()
}

/** Forgets every unfinished sign-in of an account. */
export async function deletePendingOf(tx: Tx, accountId: string): Promise<void> {
  await on(tx).deleteFrom('identity.pendingSignIn').where('accountId', '=', accountId).execute()
}

/** Keeps a challenge for one use. */
export async function insertChallenge(tx: Tx, challenge: PasskeyChallengeRow): Promise<void> {
  await on(tx).insertInto('identity.passkeyChallenge').values(challenge).execute()
}

/** The challenge, which thereby is used; undefined when it was used, ran out, or was made for something else. */
export async function takeChallenge(
  tx: Tx,
  id: string,
  purpose: ChallengePurpose,
  now: Date,
): Promise<PasskeyChallengeRow | undefined> {
  return on(tx)
    .deleteFrom('identity.passkeyChallenge')
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .where('expiresAt', '>', now)
    .returningAll()
    .executeTakeFirst()
}

/** Writes that somebody signed in, or tried to. */
export async function insertSignInRecord(
  tx: Tx,
  record: {
    readonly at: Date
    readonly accountId: string | null
    readonly nameHash: Buffer | null
    readonly method: string
    readonly outcome: string
    readonly address: string
    readonly userAgent: string
  },
): Promise<void> {
  await on(tx)
    .insertInto('identity.signInRecord')
    .values({ id: newId(), ...record })
    .execute()
}

/** The last sign-ins and attempts on an account, newest first. */
export async function listSignInRecords(tx: Tx, accountId: string, limit: number) {
  return on(tx)
    .selectFrom('identity.signInRecord')
    .select(['id', 'at', 'method', 'outcome', 'address', 'userAgent'])
    .where('accountId', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The demonstration sign-ins with their names; none on a real installation. */
export async function listDemonstration(tx: Tx): Promise<(DemonstrationRow & { signInName: string })[]> {
  return on(tx)
    .selectFrom('identity.demonstration as d')
    .innerJoin('identity.account as a', 'a.id', 'd.accountId')
    .selectAll('d')
    .select('a.signInName')
    .where('a.status', '=', 'active')
    .orderBy('d.place')
    .execute()
}

/** Puts a demonstration sign-in on the list of the sign-in page. */
export async function saveDemonstration(tx: Tx, row: DemonstrationRow): Promise<void> {
  const { accountId: _, ...rest } = row
  await on(tx)
    .insertInto('identity.demonstration')
    .values(row)
    .onConflict((conflict) => conflict.column('accountId').doUpdateSet({ ...rest }))
    .execute()
}

/** Removes what has run out: challenges, unfinished sign-ins, guards without effect, sessions and records past keeping. */
export async function deleteExpired(tx: Tx, now: Date, keepRecordsFrom: Date): Promise<void> {
  await on(tx).deleteFrom('identity.passkeyChallenge').where('expiresAt', '<=', now).execute()
  await on(tx).deleteFrom('identity.pendingSignIn').where('expiresAt', '<=', now).execute()
  await on(tx).deleteFrom('identity.oidcFlow').where('expiresAt', '<=', now).execute()
  await on(tx)
    .deleteFrom('identity.signInGuard')
    .where('lastFailureAt', '<', keepRecordsFrom)
    .where((where) => where.or([where('lockedUntil', 'is', null), where('lockedUntil', '<', now)]))
    .execute()
  await on(tx).deleteFrom('identity.signInRecord').where('at', '<', keepRecordsFrom).execute()
  await on(tx).deleteFrom('identity.session').where('expiresAt', '<', keepRecordsFrom).execute()
}
