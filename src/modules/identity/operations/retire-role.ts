import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { countHolders, findRole, retireRoleRow } from '../store/rights.ts'

/** Takes a role that nobody holds any more out of use. */
export const retireRole = operation(contract.retireRole, async ({ tx, now, announce }, { code }) => {
  const role = await findRole(tx, code)
  if (!role) throw new Problem('not-found', 'identity/role-not-found')
  const holders = await countHolders(tx, role.id, dayAt(now))
  if (holders > 0) throw new Problem('conflict', 'identity/role-held', 'Still held.', { values: { holders } })
  await retireRoleRow(tx, role.id, now)
  await announce(contract.ACCOUNTS_TOPIC)
  return {}
})
