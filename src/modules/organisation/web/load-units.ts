import type { Day } from '#kernel/calendar.ts'
import { call } from '#ui/call.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'

/** Units of a day for a `UnitPicker`: the best answers to what was typed, or the highest units. */
export function loadUnits(day?: Day): (search: string) => Promise<readonly UnitOption[]> {
  return async (search) => {
    const { units } = await call(contract.listUnits, {
      ...(day && { day }),
      ...(search.trim() && { search: search.trim() }),
      limit: 30,
    })
    return units.map(unitOption)
  }
}

/** The unit as a `UnitPicker` shows it. */
export function unitOption(unit: Pick<contract.ListedUnit, 'unitId' | 'name' | 'code' | 'path'>): UnitOption {
  return {
    id: unit.unitId,
    name: unit.name,
    ...(unit.code !== null && { code: unit.code }),
    ...(unit.path.length > 0 && { path: unit.path.join(' › ') }),
  }
}
