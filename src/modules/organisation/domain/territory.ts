import { addDays, type Day } from '#kernel/calendar.ts'
import { type Contribution, decompose } from './decomposition.ts'
import { isTerritory } from './kinds.ts'
import { type Structure, unitsUnder, versionAt } from './structure.ts'
import type { UnitVersion } from './unit.ts'
import { compareUnits } from './view.ts'

export type TerritoryPart = Pick<Contribution, 'share' | 'quality'> & { readonly unit: UnitVersion }

/** The communes (or, where there are none, the smallest territories) that on a day made up a unit of another day's structure. */
export function territoryOf(
  structure: Structure,
  asked: { unitId: string; structureDay: Day; day: Day },
): readonly TerritoryPart[] {
  const range = { from: asked.day, to: addDays(asked.day, 1) }
  const parts = decompose(structure, { ...asked, range }).flatMap(({ sourceUnitId, covers, share, quality }) => {
    const source = versionAt(structure, sourceUnitId, asked.day)
    const units = covers === 'own' ? (source ? [source] : []) : leaves(structure, sourceUnitId, asked.day)
    return units.filter(({ kind }) => isTerritory(kind)).map((unit) => ({ unit, share, quality }))
  })
  return parts.toSorted((a, b) => compareUnits(a.unit, b.unit))
}

function leaves(structure: Structure, unitId: string, day: Day): readonly UnitVersion[] {
  const territories = unitsUnder(structure, unitId, day).filter(({ kind }) => isTerritory(kind))
  const communes = territories.filter(({ level }) => level === 'commune')
  return communes.length > 0 ? communes : territories.slice(0, 1)
}
