import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { managedAccount, requireMayActFor } from '../managed.ts'
import { updateAccount } from '../store/accounts.ts'
import { openCredentials } from '../store/tables.ts'

/** Enables an account again; disuse is counted from now. */
export const enableAccount = operation(contract.enableAccount, async (context, { accountId, reason }) => {
  const { tx, now, announce } = context
  const account = await managedAccount(context, accountId)
  await requireMayActFor(context, account)
  await openCredentials(tx)
  await updateAccount(tx, accountId, { status: 'active', statusReason: reason, lastUsedAt: now })
  await announce(contract.ACCOUNTS_TOPIC)
  return {}
})
