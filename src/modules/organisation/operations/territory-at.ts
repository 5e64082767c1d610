import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { versionAt } from '../domain/structure.ts'
import { territoryOf } from '../domain/territory.ts'
import { shown } from '../domain/view.ts'
import { loadStructure } from '../store/structure.ts'

export const territoryAt = operation(contract.territoryAt, async ({ tx }, asked) => {
  const structure = await loadStructure(tx)
  if (!versionAt(structure, asked.unitId, asked.structureDay)) {
    throw new Problem('not-found', 'organisation/unit-not-found', 'The unit does not exist on the structure day.')
  }
  return { parts: territoryOf(structure, asked).map(({ unit, ...part }) => ({ ...part, unit: shown(unit) })) }
})
