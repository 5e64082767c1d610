import { getUnit } from '#modules/organisation/contract.ts'
import { loadUnits } from '#modules/organisation/web/index.tsx'
import { useOperation } from '#ui/query.ts'
import { UnitPicker } from '#ui/unit-picker.tsx'

/** The name of a unit; its id until that is known. */
export function useUnitName(unitId: string | null): string {
  const unit = useOperation(getUnit, unitId === null ? null : { unitId })
  return unit.data?.unit.name ?? unitId ?? ''
}

type Props = {
  readonly label: string
  readonly unitId: string | null
  readonly onChange: (unitId: string | null) => void
  readonly placeholder?: string
  readonly disabled?: boolean
}

/** A unit chosen by its name, kept by its id. */
export function UnitField({ unitId, onChange, ...rest }: Props) {
  const name = useUnitName(unitId)
  return (
    <UnitPicker
      {...rest}
      value={unitId === null ? null : { id: unitId, name }}
      onChange={(unit) => onChange(unit?.id ?? null)}
      load={loadUnits()}
    />
  )
}
