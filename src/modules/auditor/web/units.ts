import { listUnits } from '#modules/organisation/contract.ts'
import { call } from '#ui/call.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'

/** Finds the units of a day for a `UnitPicker`; without a day those of today. */
export function unitsOn(day: string | null): (search: string) => Promise<readonly UnitOption[]> {
  return async (search) => {
    const { units } = await call(listUnits, {
      limit: 40,
      ...(day && { day }),
      ...(search.trim() && { search: search.trim() }),
    })
    return units.map(({ unitId, name, code, path }) => ({
      id: unitId,
      name,
      ...(code && { code }),
      ...(path.length > 0 && { path: path.slice(0, 2).join(' · ') }),
    }))
  }
}
