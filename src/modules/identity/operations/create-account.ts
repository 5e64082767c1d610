import { Problem } from '#kernel/problem.ts'
import { fold } from '#kernel/text.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { mayManageAt } from '../managed.ts'
import { giveTemporaryPassword } from '../new-password.ts'
import { insertAccount, isOfficialTaken } from '../store/accounts.ts'
import { openCredentials } from '../store/tables.ts'
import { isUnit } from '../units.ts'

/** A new account, with a temporary password that is shown this once (service accounts: none). */
export const createAccount = operation(contract.createAccount, async (context, input) => {
  const { tx, now, newId, announce } = context
  if (input.unitId && !(await isUnit(tx, input.unitId))) throw new Problem('not-found', 'identity/unit-not-found')
  // Accounts that administer are made by those who manage accounts everywhere.
  const allowed = input.kind === 'personal' ? await mayManageAt(context, input.unitId) : context.scope.all
  if (!allowed) throw new Problem('not-allowed', 'platform/outside-scope', 'Outside the scope.')
  await openCredentials(tx)
  const accountId = newId()
  if (input.officialId && (await isOfficialTaken(tx, input.officialId, accountId))) {
    throw new Problem('conflict', 'identity/official-taken', 'The official has an account.')
  }
  const added = await insertAccount(tx, {
    id: accountId,
    ...input,
    searchText: fold(`${input.signInName} ${input.displayName}`),
    status: 'active',
    statusReason: null,
    createdAt: now,
    lastUsedAt: now,
    lastSignedInAt: null,
    version: 1,
  })
  if (added === 'name-taken') throw new Problem('conflict', 'identity/sign-in-name-taken', 'The sign-in name is taken.')
  await announce(contract.ACCOUNTS_TOPIC)
  return {
    accountId,
    temporaryPassword: input.kind === 'service' ? null : await giveTemporaryPassword(context, accountId),
  }
})
