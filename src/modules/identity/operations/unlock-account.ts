import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashOfName } from '../credentials/token.ts'
import { NO_FAILURES } from '../domain/lockout.ts'
import { managedAccount } from '../managed.ts'
import { getGuardForUpdate, saveGuard } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'

/** Forgets the failed attempts under an account's name, so that its owner may try again before the lock runs out. */
export const unlockAccount = operation(contract.unlockAccount, async (context, { accountId }) => {
  const { tx, announce } = context
  const account = await managedAccount(context, accountId)
  await openCredentials(tx)
  const nameHash = hashOfName(account.signInName)
  await getGuardForUpdate(tx, nameHash)
  await saveGuard(tx, nameHash, NO_FAILURES)
  await announce(contract.ACCOUNTS_TOPIC)
  return {}
})
