import type { SignInStep } from './contract.ts'
import { hashOfSecret } from './credentials/token.ts'
import { beginAttempt, beginSession, isLockedOut, refuse, refuseAttempt, type SignInCall } from './sign-in-flow.ts'
import { findAccount } from './store/accounts.ts'
import { deletePending, findPending, getSettings } from './store/sign-in.ts'
import { type AccountRow, openCredentials } from './store/tables.ts'

type Check = (account: AccountRow, call: SignInCall) => Promise<boolean>

/**
 * The second step of a sign-in: a session when the check holds, a counted refusal when not. The unfinished sign-in stays
 * good for another try until it runs out or the name locks.
 */
export async function giveSecondFactor(
  { context, endpoint }: Pick<SignInCall, 'context' | 'endpoint'>,
  step: { readonly pending: string; readonly method: string; readonly code: string; readonly check: Check },
): Promise<SignInStep> {
  const { tx, now } = context
  await openCredentials(tx)
  const call = { context, endpoint, settings: await getSettings(tx) }
  const tokenHash = hashOfSecret(step.pending)
  const pending = await findPending(tx, tokenHash, now)
  const account = pending && (await findAccount(tx, pending.accountId))
  if (!pending || !account || account.status !== 'active') {
    return refuse(call, { account: undefined, method: step.method, code: 'identity/sign-in-expired' })
  }
  const attempt = await beginAttempt(call, account.signInName)
  if (isLockedOut(call, attempt) || !(await step.check(account, call))) {
    return refuseAttempt(call, attempt, { account, method: step.method, code: step.code })
  }
  await deletePending(tx, tokenHash)
  return beginSession(call, account, { method: pending.method, secondFactor: true })
}
