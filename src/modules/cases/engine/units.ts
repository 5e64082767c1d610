import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { ancestorsOf, findUnitAt, type Structure, type UnitVersion } from '#modules/organisation/index.ts'

/** Names of units as they are today; of one that has ended, as it was called last. */
export function unitNamer(structure: Structure, now: Date) {
  const day = dayAt(now)
  return (unitId: string) => ({
    unitId,
    name: (findUnitAt(structure, unitId, day) ?? structure.byUnit.get(unitId)?.at(-1))?.name ?? '',
  })
}

/** The unit as it stands today. Throws when it does not, or is a mere heading. */
export function standingUnit(structure: Structure, unitId: string, now: Date): UnitVersion {
  const unit = findUnitAt(structure, unitId, dayAt(now))
  if (!unit || unit.kind === 'group') throw new Problem('rule-broken', 'cases/no-such-unit', 'The unit does not exist.')
  return unit
}

/** The unit and what it stands under today, nearest first. */
export function pathOf(structure: Structure, unitId: string, now: Date): readonly string[] {
  return [unitId, ...ancestorsOf(structure, unitId, dayAt(now)).map((unit) => unit.unitId)]
}
