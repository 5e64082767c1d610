import type { Day } from '#kernel/calendar.ts'
import { listUnits } from '#modules/organisation/contract.ts'
import { call } from '#ui/call.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'

/** Units of a day (today without one) for a `UnitPicker`. */
export function loadUnits(day?: Day): (search: string) => Promise<readonly UnitOption[]> {
  return async (search) => {
    const wanted = search.trim()
    const { units } = await call(listUnits, { ...(day && { day }), ...(wanted && { search: wanted }), limit: 30 })
    return units.map(({ unitId, name, code, path }) => ({
      id: unitId,
      name,
      ...(code !== null && { code }),
      ...(path.length > 0 && { path: path.join(' › ') }),
    }))
  }
}
