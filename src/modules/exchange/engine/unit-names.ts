import { dayAt } from '#kernel/calendar.ts'
import { findUnitAt, type Structure } from '#modules/organisation/index.ts'

/** Names of units as they are today; of one that has ended, as it was called last. */
export function unitNameIn(structure: Structure, now: Date) {
  const day = dayAt(now)
  return (unitId: string) => (findUnitAt(structure, unitId, day) ?? structure.byUnit.get(unitId)?.at(-1))?.name ?? ''
}
