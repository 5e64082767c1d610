import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { livesThrough, overlaps } from '../domain/position.ts'
import { lastVersion } from '../domain/structure.ts'
import { keepDecision } from '../store/decisions.ts'
import { findOfficial, insertPosition, listPositions } from '../store/officials.ts'
import { requireScope } from '../store/scope.ts'
import { loadStructure } from '../store/structure.ts'

export const holdPosition = operation(contract.holdPosition, async (context, { decision, ...input }) => {
  const { tx, newId, emit, announce } = context
  const { officialId, unitId, validFrom, validTo } = input
  const structure = await loadStructure(tx)
  const unit = lastVersion(structure, unitId)
  if (!unit) throw new Problem('not-found', 'organisation/unit-not-found')
  await requireScope(context, contract.holdPosition.permission, unitId)
  const official = await findOfficial(tx, officialId)
  if (!official) throw new Problem('not-found', 'organisation/official-not-found')
  if (validTo !== null && validTo <= validFrom) throw new Problem('rule-broken', 'organisation/position-days')
  if (!livesThrough(structure, unitId, input)) {
    throw new Problem(
      'rule-broken',
      'organisation/position-outside-unit',
      'The unit does not exist for all that time.',
      {
        values: { name: unit.name, from: validFrom, to: validTo ?? '' },
      },
    )
  }
  const held = await listPositions(tx, { officialIds: [officialId], unitIds: [unitId] })
  if (held.some((other) => other.title === input.title && overlaps(other, input))) {
    throw new Problem('conflict', 'organisation/position-twice', '', { values: { name: official.name } })
  }
  const position = { id: newId(), ...input, decisionId: decision ? await keepDecision(tx, decision) : null }
  await insertPosition(tx, position)
  await emit('organisation.position-held', { positionId: position.id, officialId, unitId })
  await announce(contract.OFFICIALS_TOPIC)
  return { id: position.id, ...input, officialName: official.name }
})
