import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { nameChanges } from '../store/changes.ts'
import { loadStructure } from '../store/structure.ts'

export const listChanges = operation(contract.listChanges, async ({ tx }, { unitId, kind, from, to, after, limit }) => {
  const structure = await loadStructure(tx)
  const found = structure.changes
    .filter(
      (change) =>
        (unitId === undefined || change.from.includes(unitId) || change.to.includes(unitId)) &&
        (kind === undefined || change.kind === kind) &&
        (from === undefined || change.effectiveOn >= from) &&
        (to === undefined || change.effectiveOn <= to),
    )
    .toReversed()
  const start = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1
  return { total: found.length, changes: await nameChanges(tx, structure, found.slice(start, start + limit)) }
})
