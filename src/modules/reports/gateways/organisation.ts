import type { Day } from '#kernel/calendar.ts'
import { childrenAt, findUnitAt, loadStructure, type UnitVersion, unitsUnder } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { FillContext, UnitRef } from '../domain/lookup.ts'
import type { Template, UnitSelector } from '../domain/template.ts'

/** The unit as it is on the day, or undefined when there is none. */
export async function findUnit(tx: Tx, unitId: string, day: Day): Promise<UnitVersion | undefined> {
  return findUnitAt(await loadStructure(tx), unitId, day)
}

/** The units of each of a template's groups, as they stand under the unit on the day, in the order of the official list. */
export async function unitsOfGroups(
  tx: Tx,
  groups: Template['groups'],
  unitId: string,
  day: Day,
): Promise<FillContext['groups']> {
  const structure = await loadStructure(tx)
  const select = (selector: UnitSelector): readonly UnitVersion[] => {
    const named = (ids: readonly string[]) => ids.flatMap((id) => findUnitAt(structure, id, day) ?? [])
    switch (selector.by) {
      case 'self':
        return named([unitId])
      case 'list':
        return named(selector.unitIds)
      case 'children':
        return ofKinds(childrenAt(structure, unitId, day), selector.kinds)
      case 'descendants':
        return ofKinds(unitsUnder(structure, unitId, day).slice(1), selector.kinds)
    }
  }
  return new Map(groups.map(({ key, name, units }) => [key, { name, units: select(units).map(refOf) }]))
}

function ofKinds(units: readonly UnitVersion[], kinds: readonly string[]): UnitVersion[] {
  return units.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).toSorted(officialOrder)
}

/** In the order in which the units were entered, which is that of the official list (their ids sort by age). */
function officialOrder(left: UnitVersion, right: UnitVersion): number {
  return left.unitId < right.unitId ? -1 : 1
}

function refOf({ unitId, name, shortName }: UnitVersion): UnitRef {
  return { id: unitId, name: shortName ?? name }
}
