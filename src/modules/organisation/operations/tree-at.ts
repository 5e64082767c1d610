import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { firstVersion } from '../domain/structure.ts'
import { treeOf } from '../domain/tree.ts'
import { shown } from '../domain/view.ts'
import { loadStructure } from '../store/structure.ts'

export const treeAt = operation(contract.treeAt, async ({ tx, now }, { day = dayAt(now), rootId, depth }) => {
  const structure = await loadStructure(tx)
  if (rootId !== undefined && !structure.byUnit.has(rootId))
    throw new Problem('not-found', 'organisation/unit-not-found')
  const tree = treeOf(structure, { day, rootId, depth })
  return {
    day,
    units: tree.units.map(({ unit, childCount }) => ({
      ...shown(unit),
      childCount,
      beganOn: firstVersion(structure, unit.unitId)?.validFrom ?? unit.validFrom,
    })),
    counts: [...tree.counts],
    changeDays: [...tree.changeDays],
    firstDay: structure.versions[0]?.validFrom ?? null,
  }
})
