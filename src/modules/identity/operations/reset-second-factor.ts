import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { managedAccount, requireMayActFor } from '../managed.ts'
import { deletePasskeys, deleteTotp } from '../store/credentials.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { deletePendingOf } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'

/** Removes the second factors of somebody who lost the device; every session of the account ends. */
export const resetSecondFactor = operation(contract.resetSecondFactor, async (context, { accountId }) => {
  const { tx, now, announce } = context
  const account = await managedAccount(context, accountId)
  await requireMayActFor(context, account)
  await openCredentials(tx)
  await deleteTotp(tx, accountId)
  await deletePasskeys(tx, accountId)
  await endSessionsOf(tx, { accountId, reason: 'revoked', now })
  await deletePendingOf(tx, accountId)
  await announce(contract.ACCOUNTS_TOPIC)
  return {}
})
