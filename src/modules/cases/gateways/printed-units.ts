import type { Day } from '#kernel/calendar.ts'
import {
  ancestorsOf,
  findUnitAt,
  loadStructure,
  type Structure,
  type UnitVersion,
} from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { FormUnit } from '../domain/forms/facts.ts'

/** Organs with a name of their own; everything else is a piece of the country, whose agency is its People's Committee. */
const AGENCIES: readonly string[] = [
  'peoples-committee',
  'peoples-council',
  'party',
  'department',
  'office',
  'public-unit',
  'committee',
  'group',
]

/** The names of units on a day; a unit that is gone then keeps the last name it had. */
export async function unitNames(tx: Tx, day: Day): Promise<(unitId: string) => string> {
  const structure = await loadStructure(tx)
  return (unitId) => versionOn(structure, unitId, day)?.name ?? ''
}

/** The unit as it stands on paper on a day, without its desk. */
export async function printedUnit(tx: Tx, unitId: string, day: Day): Promise<Omit<FormUnit, 'desk'>> {
  const structure = await loadStructure(tx)
  const unit = versionOn(structure, unitId, day)
  if (!unit) return { name: '', kind: 'agency', parent: null, place: '' }
  const above = ancestorsOf(structure, unitId, day)
  const parent = above.find(({ kind }) => kind !== 'group' && kind !== 'country')
  const territory = [unit, ...above].find((one) => kindOf(one) === 'territory')
  return {
    name: unit.name,
    kind: kindOf(unit),
    parent: parent ? { name: parent.name, kind: kindOf(parent) } : null,
    place: territory ? placeOf(territory) : '',
  }
}

function versionOn(structure: Structure, unitId: string, day: Day): UnitVersion | undefined {
  return findUnitAt(structure, unitId, day)
}

function kindOf({ kind }: UnitVersion): 'territory' | 'agency' {
  return AGENCIES.includes(kind) ? 'agency' : 'territory'
}

/** Địa danh: the name without what it is (`Vũng Tàu`); a city of the first tier keeps it, and so does a number (`Phường 1`). */
function placeOf({ name, level }: UnitVersion): string {
  if (level === 'province') return name.replace(/^Tỉnh /, '')
  const bare = name.replace(/^(?:Phường|Xã|Thị trấn|Đặc khu|Quận|Huyện|Thị xã|Thành phố) /, '')
  return /^\d/.test(bare) ? name : bare
}
