import type { Permission } from '#kernel/endpoint.ts'
import { ownRights } from '#modules/identity/contract.ts'
import { getUnit } from '#modules/organisation/contract.ts'
import { useOperation } from '#ui/query.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'

/** The units at which the reader holds a permission, by name; `undefined` while unknown. A right that holds everywhere names no unit. */
export function useOwnUnits(permission: Permission): readonly UnitOption[] | undefined {
  const { data } = useOperation(ownRights, {})
  const [module] = permission.split(':')
  const held = data?.rights.filter(({ permission: one }) => one === permission || one === `${module}:*` || one === '*')
  const named = held?.flatMap(({ unitId, unitName }) =>
    unitId === null ? [] : [[unitId, { id: unitId, name: unitName ?? unitId }] as const],
  )
  return named && [...new Map(named).values()]
}

/** A unit by its id, for a picker that only knows the id. */
export function useUnit(unitId: string | undefined): UnitOption | null {
  const { data } = useOperation(getUnit, unitId === undefined ? null : { unitId })
  if (unitId === undefined) return null
  return { id: unitId, name: data?.versions.at(-1)?.name ?? '…' }
}
