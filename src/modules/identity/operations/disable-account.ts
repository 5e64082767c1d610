import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { managedAccount } from '../managed.ts'
import { updateAccount } from '../store/accounts.ts'
import { endSessionsOf, revokeTokensOf } from '../store/sessions.ts'
import { openCredentials } from '../store/tables.ts'

/** Disables an account: its sessions end and its tokens are revoked at once. */
export const disableAccount = operation(contract.disableAccount, async (context, { accountId, reason }) => {
  const { tx, now, actor, emit, announce } = context
  const account = await managedAccount(context, accountId)
  if (account.id === actor.id) throw new Problem('rule-broken', 'identity/not-on-oneself', 'Not on oneself.')
  await openCredentials(tx)
  await updateAccount(tx, accountId, { status: 'disabled', statusReason: reason })
  await endSessionsOf(tx, { accountId, reason: 'disabled', now })
  await revokeTokensOf(tx, accountId, now)
  await emit('identity.account-disabled', { accountId, reason })
  await announce(contract.ACCOUNTS_TOPIC)
  return {}
})
