import { listUnits } from '#modules/organisation/contract.ts'
import { call } from '#ui/call.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'

/** Finds the units of a day for a `UnitPicker`, by name or code, marks or none. */
export function unitsOf(day: string): (search: string) => Promise<readonly UnitOption[]> {
  return async (search) => {
    const { units } = await call(listUnits, { day, limit: 40, ...(search.trim() && { search: search.trim() }) })
    return units.map(({ unitId, name, code, path }) => ({
      id: unitId,
      name,
      ...(code && { code }),
      ...(path.length > 0 && { path: path.slice(0, 2).join(' · ') }),
    }))
  }
}
