import { z } from 'zod'
import { parsePeriodKey } from '#kernel/period.ts'
import { useAddress } from '#ui/address.ts'
import { useOperation } from '#ui/query.ts'
import * as contract from '../contract.ts'

const View = z.object({
  unit: z.uuid().optional(),
  period: z
    .string()
    .refine((key) => parsePeriodKey(key) !== null)
    .optional(),
})

/** The topic that the indicators module announces when any figure has changed. */
export const FIGURES_TOPIC = 'indicators.figures'

/** A unit's standing in a period, both kept in the address bar; fresh by itself when a figure changes. */
export function useStanding() {
  const [{ unit, period }, change] = useAddress(View)
  const standing = useOperation(
    contract.showStanding,
    { ...(unit && { unitId: unit }), ...(period && { period }) },
    { topics: [FIGURES_TOPIC, 'organisation.units'], keepPrevious: true },
  )
  return { standing, change }
}
