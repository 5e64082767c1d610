import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listExplained, shownRight } from '../explained.ts'
import { managedAccount } from '../managed.ts'
import { unitNamesOn } from '../units.ts'

/** Everything an account may do on a day, each with the reason why. */
export const explainAccount = operation(contract.explainAccount, async (context, input) => {
  const { tx, now } = context
  const account = await managedAccount(context, input.accountId, 'identity:read')
  const day = input.day ?? dayAt(now)
  const nameOf = await unitNamesOn(tx, day)
  const rights = await listExplained(tx, { account, now, day })
  return { day, accountName: account.displayName, rights: rights.map((right) => shownRight(right, nameOf)) }
})
