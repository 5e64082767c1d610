import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashPassword, isOutdated, isPassword } from '../credentials/password-hash.ts'
import { afterFirstFactor, beginAttempt, isLockedOut, refuseAttempt } from '../sign-in-flow.ts'
import { findPassword, updatePasswordHash } from '../store/credentials.ts'
import { findAccountByName, getSettings } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'

/** Names nobody: looked for when there is no account, so that the same queries run. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Signs in with a password, or asks for the second factor. An unknown name, a wrong password, a disabled account and an
 * account without a password are answered alike, after the same work.
 */
export const signInWithPassword = operation(contract.signInWithPassword, async (context, { name, password: typed }) => {
  const { tx } = context
  await openCredentials(tx)
  const settings = await getSettings(tx)
  const call = { context, endpoint: contract.signInWithPassword, settings }
  const signInName = name.toLowerCase()
  const attempt = await beginAttempt(call, signInName)
  const account = await findAccountByName(tx, signInName)
  const password = await findPassword(tx, account?.id ?? NOBODY)
  const right = await isPassword(password?.hash ?? null, typed, settings)
  if (isLockedOut(call, attempt) || !right || !account || account.status !== 'active') {
    return refuseAttempt(call, attempt, { account, method: 'password', code: 'identity/not-recognised' })
  }
  if (password && isOutdated(password.hash, settings)) {
    await updatePasswordHash(tx, account.id, await hashPassword(typed, settings))
  }
  return afterFirstFactor(call, account, { method: 'password', secondFactor: false })
})
