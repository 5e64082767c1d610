import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { managedAccount, requireMayActFor } from '../managed.ts'
import { giveTemporaryPassword } from '../new-password.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { deletePendingOf } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'

/** A temporary password in place of a forgotten one, shown once; every session of the account ends. */
export const resetPassword = operation(contract.resetPassword, async (context, { accountId }) => {
  const { tx, now } = context
  const account = await managedAccount(context, accountId)
  if (account.kind === 'service') throw new Problem('rule-broken', 'identity/kind-has-no-password', 'No password.')
  await requireMayActFor(context, account)
  await openCredentials(tx)
  await endSessionsOf(tx, { accountId, reason: 'password-changed', now })
  await deletePendingOf(tx, accountId)
  return { temporaryPassword: await giveTemporaryPassword(context, accountId) }
})
