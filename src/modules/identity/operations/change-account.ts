import { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { managedAccount, mayManageAt } from '../managed.ts'
import { isOfficialTaken, updateAccount } from '../store/accounts.ts'
import { openCredentials } from '../store/tables.ts'
import { isUnit } from '../units.ts'

/** Changes what is known of an account; whoever read an older version is told so. */
export const changeAccount = operation(contract.changeAccount, async (context, { accountId, version, ...changes }) => {
  const { tx, announce } = context
  const account = await managedAccount(context, accountId)
  if (account.version !== version) throw new Problem('conflict', 'platform/changed-meanwhile', 'Changed meanwhile.')
  if (changes.unitId !== account.unitId) {
    if (changes.unitId && !(await isUnit(tx, changes.unitId))) throw new Problem('not-found', 'identity/unit-not-found')
    if (!(await mayManageAt(context, changes.unitId)))
      throw new Problem('not-allowed', 'platform/outside-scope', 'Outside the scope.')
  }
  await openCredentials(tx)
  if (changes.officialId && (await isOfficialTaken(tx, changes.officialId, accountId))) {
    throw new Problem('conflict', 'identity/official-taken', 'The official has an account.')
  }
  await updateAccount(tx, accountId, {
    ...changes,
    searchText: fold(`${account.signInName} ${changes.displayName}`),
  })
  await announce(contract.ACCOUNTS_TOPIC)
  return {}
})
