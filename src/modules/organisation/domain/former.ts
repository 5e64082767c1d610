import { addDays, type Day } from '#kernel/calendar.ts'
import { isTerritory } from './kinds.ts'
import { ancestorsOf, type Structure, unitsUnder, versionAt } from './structure.ts'
import { successorsOf } from './succession.ts'
import type { UnitVersion } from './unit.ts'

/** A name of a territory that is no more, and the communes where its people belong now. */
export type Former = {
  readonly unitId: string
  readonly name: string
  readonly level: UnitVersion['level']
  /** The territories it stood under then, nearest first, without the country. */
  readonly above: readonly string[]
  /** The last day on which it was called so. */
  readonly until: Day
  readonly now: readonly { readonly unitId: string; readonly whole: boolean }[]
}

/** Every name of a commune or district that ended before the day, the latest first. `whole`: all of its people belong there. */
export function formerAt(structure: Structure, day: Day): readonly Former[] {
  const key = `former ${day}`
  const known = structure.memory.get(key)
  // Put in below, under this very key.
  if (known) return known as readonly Former[]
  const found = [...structure.byUnit.values()]
    .flatMap((versions) => formerNames(versions, day).map((version) => formerOf(structure, version, day)))
    .filter(({ now }) => now.length > 0)
    .toSorted((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0))
  structure.memory.set(key, found)
  return found
}

/** The last version under each name that ended by the day, of a unit between the province and the people. */
function formerNames(versions: readonly UnitVersion[], day: Day): readonly UnitVersion[] {
  return versions.filter(({ name, kind, level, validTo }, index) => {
    if (!isTerritory(kind) || (level !== 'commune' && level !== 'district')) return false
    if (validTo === null || validTo > day) return false
    return versions.slice(index + 1).every((later) => later.name !== name)
  })
}

function formerOf(structure: Structure, { unitId, name, level, validTo }: UnitVersion, day: Day): Former {
  const until = addDays(validTo ?? day, -1)
  const communes = unitsUnder(structure, unitId, until).filter(
    ({ level, kind }) => level === 'commune' && isTerritory(kind),
  )
  const parts = communes.map((commune) => heirsAt(structure, commune.unitId, day))
  const now = new Set(parts.flat())
  const isWhole = (heir: string) => parts.every((heirs) => heirs.length === 1 && heirs[0] === heir)
  return {
    unitId,
    name,
    level,
    above: ancestorsOf(structure, unitId, until).flatMap((one) =>
      isTerritory(one.kind) && one.level !== 'nation' ? [one.name] : [],
    ),
    until,
    now: [...now].map((heir) => ({ unitId: heir, whole: isWhole(heir) })),
  }
}

/** The communes of the day that have territory of the unit; the unit itself while it exists. */
function heirsAt(structure: Structure, unitId: string, day: Day): readonly string[] {
  if (versionAt(structure, unitId, day)) return [unitId]
  return successorsOf(structure, unitId)
    .map((kin) => kin.unitId)
    .filter((heir) => versionAt(structure, heir, day)?.level === 'commune')
}
