import type { Day } from '#kernel/calendar.ts'
import { periodKey } from '#kernel/period.ts'
import { ancestorsOf, loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import { findNewestReported, type Stay } from '../store/starting.ts'

/** Where there is something to see: a unit and the newest period reported by it or by what then stood under it. */
export type StartingPoint = { readonly unitId: string; readonly period: string; readonly on: Day }

/** The starting point of a unit (null: of all units together, then the unit above whoever reported last); null when nobody ever reported. */
export async function findStartingPoint(tx: Tx, unitId: string | null): Promise<StartingPoint | null> {
  const structure = await loadStructure(tx)
  const newest = await findNewestReported(tx, unitId === null ? null : staysUnder(structure, unitId))
  if (!newest) return null
  const above = ancestorsOf(structure, newest.unitId, newest.to)[0]?.unitId
  return { unitId: unitId ?? above ?? newest.unitId, period: periodKey(newest), on: newest.to }
}

/** The unit, and everything that ever stood under it with the days on which it did: later days belong to others. */
function staysUnder(structure: Structure, unitId: string): readonly Stay[] {
  const stays: Stay[] = [{ unitId, from: FIRST, before: LAST }]
  for (const above of stays) {
    for (const { unitId: lower, validFrom, validTo } of structure.byParent.get(above.unitId) ?? []) {
      const from = validFrom > above.from ? validFrom : above.from
      const before = validTo !== null && validTo < above.before ? validTo : above.before
      if (from < before) stays.push({ unitId: lower, from, before })
    }
  }
  return stays
}

const FIRST: Day = '1900-01-01'
const LAST: Day = '2199-12-31'
