import { periodKey } from '#kernel/period.ts'
import { ancestorsOf, loadStructure, type Structure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownUnit } from '../engine/shown.ts'
import { findNewestReported } from '../store/starting.ts'

export const startingPoint = operation(contract.startingPoint, async ({ tx }, { unitId }) => {
  const structure = await loadStructure(tx)
  const newest = await findNewestReported(tx, unitId ? everUnder(structure, unitId) : null)
  if (!newest) return { unit: null, period: null }
  const above = ancestorsOf(structure, newest.unitId, newest.to)[0]?.unitId
  return { unit: shownUnit(structure, unitId ?? above ?? newest.unitId, newest.to), period: periodKey(newest) }
})

/** The unit and everything that ever stood under it. */
function everUnder(structure: Structure, unitId: string): readonly string[] {
  const found = new Set([unitId])
  for (const above of found) {
    for (const version of structure.byParent.get(above) ?? []) found.add(version.unitId)
  }
  return [...found]
}
