import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { delegationState } from '../domain/position.ts'
import { shownDelegation } from '../store/delegations.ts'
import { findDelegationForUpdate, updateRevocation } from '../store/officials.ts'
import { requireScope } from '../store/scope.ts'
import { loadStructure } from '../store/structure.ts'

export const revokeDelegation = operation(contract.revokeDelegation, async (context, { delegationId, reason }) => {
  const { tx, now, emit, announce } = context
  const found = await findDelegationForUpdate(tx, delegationId)
  if (!found) throw new Problem('not-found', 'organisation/delegation-not-found')
  await requireScope(context, contract.revokeDelegation.permission, found.unitId)
  const state = delegationState(found, dayAt(now))
  if (state === 'over' || state === 'revoked') throw new Problem('conflict', 'organisation/delegation-over')
  await updateRevocation(tx, delegationId, now, reason)
  const { fromOfficialId, toOfficialId, unitId } = found
  const revokedOn = dayAt(now)
  await emit('organisation.delegation-revoked', { delegationId, fromOfficialId, toOfficialId, unitId, revokedOn })
  await announce(contract.OFFICIALS_TOPIC)
  const revoked = { ...found, revokedAt: now, revokedReason: reason }
  return shownDelegation(await loadStructure(tx), revoked, dayAt(now))
})
