import type { Endpoint } from '#kernel/endpoint.ts'
import { Problem } from '#kernel/problem.ts'
import type { Actor } from '#server/actor.ts'
import { writeAudit } from '#server/audit.ts'
import type { Context } from '#server/operation.ts'
import { isPassword } from './credentials/password-hash.ts'
import { hashOfName, hashOfSecret, newSecret } from './credentials/token.ts'
import { afterFailure, isLocked } from './domain/lockout.ts'
import type { Settings } from './domain/settings.ts'
import { findAccount } from './store/accounts.ts'
import { findPassword } from './store/credentials.ts'
import { endSessionsOf, findSessionById, renewSession } from './store/sessions.ts'
import { getGuardForUpdate, getSettings, saveGuard } from './store/sign-in.ts'
import { type AccountRow, openCredentials } from './store/tables.ts'

export type Own = { readonly account: AccountRow; readonly sessionId: string; readonly settings: Settings }

/**
 * The account and the session of whoever asks, with this transaction opened for acts on its credentials.
 * Throws `not-allowed` for an access token, and for a session whose screen is locked.
 */
export async function ownSession(context: Context): Promise<Own> {
  const { tx, actor } = context
  if (actor.sessionId === null) throw new Problem('not-allowed', 'identity/needs-session', 'A token does not do.')
  if (actor.restricted === 'identity/locked')
    throw new Problem('not-allowed', 'identity/locked', 'The screen is locked.')
  await openCredentials(tx)
  const account = await findAccount(tx, actor.id)
  if (!account) throw new Problem('not-found', 'identity/not-found')
  return { account, sessionId: actor.sessionId, settings: await getSettings(tx) }
}

/**
 * Nothing when the password is the account's; otherwise a problem, and the failure counts like one at the sign-in:
 * at the allowed number the name is locked and every session of the account ends.
 */
export async function requirePassword(context: Context, { account, settings }: Own, typed: string): Promise<void> {
  const { tx, now } = context
  const nameHash = hashOfName(account.signInName)
  const guard = await getGuardForUpdate(tx, nameHash)
  const password = await findPassword(tx, account.id)
  const right = await isPassword(password?.hash ?? null, typed, settings)
  if (isLocked(guard, now))
    throw new Problem('rule-broken', 'identity/locked-out', 'Too many failures.', {
      values: { hours: hoursLeft(guard.lockedUntil, now) },
    })
  if (right) return
  context.defer(async (later) => {
    await openCredentials(later)
    const counted = afterFailure(await getGuardForUpdate(later, nameHash), now, {
      failuresBeforeLock: settings['failures-before-lock'],
      lockMs: settings['lock-hours'] * 3_600_000,
    })
    await saveGuard(later, nameHash, counted)
    if (isLocked(counted, now)) await endSessionsOf(later, { accountId: account.id, reason: 'revoked', now })
  })
  throw new Problem('rule-broken', 'identity/password-wrong', 'The password is not right.')
}

function hoursLeft(until: Date | null, now: Date): number {
  return until === null ? 0 : Math.ceil((until.getTime() - now.getTime()) / 3_600_000)
}

/** Puts the session under a new token: after a change of its powers the old token is worth nothing. */
export async function renewOwnSession(context: Context, sessionId: string, secondFactor?: boolean): Promise<void> {
  const session = await findSessionById(context.tx, sessionId)
  if (!session) throw new Problem('not-found', 'identity/session-not-found')
  const token = newSecret()
  await renewSession(context.tx, sessionId, {
    tokenHash: hashOfSecret(token),
    now: context.now,
    ...(secondFactor !== undefined && { secondFactor }),
  })
  context.session.set(token, session.expiresAt)
}

/** The audit row of an act whose input holds a secret: the row names the account and nothing else of it. */
export async function auditWithoutInput(
  { tx, now, requestId, client, actor }: Context,
  endpoint: Endpoint,
  input: Readonly<Record<string, string>> = {},
): Promise<void> {
  const who: Actor = actor
  await writeAudit(tx, {
    endpoint,
    actor: who,
    input: { accountId: who.id, ...input },
    outcome: 'done',
    at: now,
    requestId,
    client,
  })
}
