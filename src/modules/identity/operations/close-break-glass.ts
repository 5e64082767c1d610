import { Problem } from '#kernel/problem.ts'
import { covers } from '#server/actor.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { closeEmergency, findOpenEmergencyForUpdate } from '../store/rights.ts'
import { openCredentials } from '../store/tables.ts'

/** Closes emergency rights before their time: one's own, or (for whoever manages accounts everywhere) anybody's. */
export const closeBreakGlass = operation(contract.closeBreakGlass, async (context, { breakGlassId }) => {
  const { tx, now, actor, emit, announce } = context
  await openCredentials(tx)
  const found = await findOpenEmergencyForUpdate(tx, breakGlassId, now)
  const manages = actor.grants.some((held) => held.unitId === null && covers(held.permission, 'identity:manage'))
  if (!found || (found.accountId !== actor.id && !manages)) {
    throw new Problem('not-found', 'identity/break-glass-not-found', 'Not open.')
  }
  await closeEmergency(tx, found.id, now, actor.id)
  await emit('identity.break-glass-closed', { breakGlassId, accountId: found.accountId })
  await announce(contract.BREAK_GLASS_TOPIC)
  return {}
})
