import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findOfficial, findPositionForUpdate, updatePositionEnd } from '../store/officials.ts'
import { requireScope } from '../store/scope.ts'

export const endPosition = operation(contract.endPosition, async (context, { positionId, validTo }) => {
  const { tx, emit, announce } = context
  const position = await findPositionForUpdate(tx, positionId)
  if (!position) throw new Problem('not-found', 'organisation/position-not-found')
  const { officialId, unitId } = position
  await requireScope(context, contract.endPosition.permission, unitId)
  if (position.validTo !== null && position.validTo <= validTo) {
    throw new Problem('conflict', 'organisation/position-ended', '', { values: { day: position.validTo } })
  }
  if (validTo <= position.validFrom) throw new Problem('rule-broken', 'organisation/position-days')
  await updatePositionEnd(tx, positionId, validTo)
  await emit('organisation.position-ended', { positionId, officialId, unitId, validTo })
  await announce(contract.OFFICIALS_TOPIC)
  const official = await findOfficial(tx, officialId)
  const { id, title, validFrom } = position
  return { id, officialId, officialName: official?.name ?? '', unitId, title, validFrom, validTo }
})
