import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listExplained, shownRight } from '../explained.ts'
import { findAccount } from '../store/accounts.ts'
import { unitNamesOn } from '../units.ts'

/** Everything one may do oneself, each with the reason why. */
export const ownRights = operation(contract.ownRights, async ({ tx, now, actor }) => {
  const account = await findAccount(tx, actor.id)
  if (!account) throw new Problem('not-found', 'identity/not-found')
  const day = dayAt(now)
  const nameOf = await unitNamesOn(tx, day)
  const rights = await listExplained(tx, { account, now, day })
  return { day, rights: rights.map((right) => shownRight(right, nameOf)) }
})
