import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { isPassword } from '../credentials/password-hash.ts'
import { renewOwnSession } from '../own-session.ts'
import { accountByPasskey } from '../passkey-proof.ts'
import { beginAttempt, isLockedOut, refuse, refuseAttempt, type SignInCall, writeDown } from '../sign-in-flow.ts'
import { findAccount } from '../store/accounts.ts'
import { findPassword } from '../store/credentials.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { getSettings } from '../store/sign-in.ts'
import { type AccountRow, openCredentials } from '../store/tables.ts'

/**
 * Unlocks the screen by password or passkey and goes on with the same session under a new token. Failures count like those
 * at the sign-in; when the name locks, the session ends.
 */
export const unlockSession = operation(contract.unlockSession, async (context, { password, challengeId, answer }) => {
  const { tx, actor, now } = context
  if (actor.sessionId === null) throw new Problem('not-allowed', 'identity/needs-session', 'A token does not do.')
  await openCredentials(tx)
  const call = { context, endpoint: contract.unlockSession, settings: await getSettings(tx) }
  const account = await findAccount(tx, actor.id)
  if (!account) throw new Problem('not-found', 'identity/not-found')
  if (password !== null) {
    const refusal = await wrongPassword(call, account, actor.sessionId, password)
    if (refusal) return refusal
  } else {
    const proven =
      challengeId && answer && (await accountByPasskey(tx, { challengeId, purpose: 'unlock', answer, now }))
    if (proven !== account.id) return refuse(call, { account, method: 'passkey', code: 'identity/passkey-refused' })
  }
  await renewOwnSession(context, actor.sessionId)
  await writeDown(call, { account, method: 'unlock', outcome: 'signed-in' })
  return { step: 'signed-in' as const, state: 'signed-in' as const }
})

async function wrongPassword(call: SignInCall, account: AccountRow, sessionId: string, typed: string) {
  const { tx, now, session } = call.context
  const attempt = await beginAttempt(call, account.signInName)
  const stored = await findPassword(tx, account.id)
  const right = await isPassword(stored?.hash ?? null, typed, call.settings)
  if (right && !isLockedOut(call, attempt)) return null
  const refusal = await refuseAttempt(call, attempt, { account, method: 'unlock', code: 'identity/password-wrong' })
  if (refusal.step === 'refused' && refusal.code === 'identity/locked-out') {
    await endSessionsOf(tx, { accountId: account.id, sessionId, reason: 'revoked', now })
    session.clear()
  }
  return refusal
}
