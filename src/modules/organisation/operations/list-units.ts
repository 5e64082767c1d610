import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findUnits, pathOf, shown } from '../domain/view.ts'
import { loadStructure } from '../store/structure.ts'

export const listUnits = operation(contract.listUnits, async ({ tx, now }, { limit, after, ...input }) => {
  const structure = await loadStructure(tx)
  const day = input.day ?? dayAt(now)
  const found = findUnits(structure, { ...input, day })
  const start = after === undefined ? 0 : found.findIndex(({ unitId }) => unitId === after) + 1
  return {
    day,
    total: found.length,
    units: found
      .slice(start, start + limit)
      .map((unit) => ({ ...shown(unit), path: pathOf(structure, unit.unitId, day) })),
  }
})
