import { dayAt, daysBetween } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { overlaps } from '../domain/position.ts'
import { versionNear } from '../domain/structure.ts'
import { shownDelegation } from '../store/delegations.ts'
import { findOfficial, insertDelegation, listPositions } from '../store/officials.ts'
import { requireScope } from '../store/scope.ts'
import { loadStructure } from '../store/structure.ts'

const LONGEST_DAYS = 366

export const delegate = operation(contract.delegate, async (context, input) => {
  const { tx, newId, now, actor, emit, announce } = context
  const { fromOfficialId, toOfficialId, unitId, validFrom, validTo } = input
  if (fromOfficialId === toOfficialId) throw new Problem('rule-broken', 'organisation/delegation-to-oneself')
  if (validTo <= validFrom || daysBetween(validFrom, validTo) > LONGEST_DAYS) {
    throw new Problem('rule-broken', 'organisation/delegation-days')
  }
  if (input.permissions.includes(contract.delegate.permission)) {
    throw new Problem('rule-broken', 'organisation/delegation-of-delegation')
  }
  const structure = await loadStructure(tx)
  if (!versionNear(structure, unitId, validFrom)) throw new Problem('not-found', 'organisation/unit-not-found')
  await requireScope(context, contract.delegate.permission, unitId)
  const from = await findOfficial(tx, fromOfficialId)
  const to = await findOfficial(tx, toOfficialId)
  if (!from || !to) throw new Problem('not-found', 'organisation/official-not-found')
  // Whoever records a delegation may not be the one who gains by it.
  if (to.accountId === actor.id) throw new Problem('rule-broken', 'organisation/delegation-to-recorder')
  for (const official of [from, to]) {
    const positions = await listPositions(tx, { officialIds: [official.id] })
    if (positions.some((position) => overlaps(position, input))) continue
    throw new Problem('rule-broken', 'organisation/delegation-without-position', '', {
      values: { name: official.name },
    })
  }
  const row = { id: newId(), ...input, createdBy: actor.id, revokedAt: null, revokedReason: null }
  await insertDelegation(tx, row)
  await emit('organisation.delegated', { delegationId: row.id, fromOfficialId, toOfficialId, unitId })
  await announce(contract.OFFICIALS_TOPIC)
  return shownDelegation(structure, { ...row, fromName: from.name, toName: to.name }, dayAt(now))
})
