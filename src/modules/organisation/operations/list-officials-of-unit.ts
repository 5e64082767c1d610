import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listPositions } from '../store/officials.ts'
import { loadStructure } from '../store/structure.ts'

export const listOfficialsOfUnit = operation(contract.listOfficialsOfUnit, async ({ tx, now }, input) => {
  const { unitId, day = dayAt(now), history } = input
  const structure = await loadStructure(tx)
  if (!structure.byUnit.has(unitId)) throw new Problem('not-found', 'organisation/unit-not-found')
  const positions = await listPositions(tx, { unitIds: [unitId], day: history ? undefined : day })
  return { day, positions: positions.map(({ decisionId: _decision, ...position }) => position) }
})
