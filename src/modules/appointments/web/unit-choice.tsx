import type { ReactNode } from 'react'
import type { z } from 'zod'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loaded } from '#ui/loaded.tsx'
import { useOperation } from '#ui/query.ts'
import { listServedUnits } from '../contract.ts'

export type ServedUnit = z.output<typeof listServedUnits.output>['units'][number]

type Props = {
  readonly unitId: string | undefined
  readonly none: string
  readonly children: (unit: ServedUnit, units: readonly ServedUnit[]) => ReactNode
}

/** The unit chosen, or the first at which the reader serves. */
export function WithUnit({ unitId, none, children }: Props) {
  const served = useOperation(listServedUnits, {})
  return (
    <Loaded query={served} empty={({ units }) => units.length === 0} emptyState={<EmptyState title={none} />}>
      {({ units }) => {
        const unit = units.find(({ id }) => id === unitId) ?? units[0]
        return unit ? children(unit, units) : null
      }}
    </Loaded>
  )
}
