import { z } from 'zod'
import { dayField } from '#kernel/fields.ts'
import { type PeriodKind, parsePeriodKey, periodContaining, periodKey, periodRange, regimeOf } from '#kernel/period.ts'
import { currentSession } from '#modules/identity/contract.ts'
import { startingPoint } from '#modules/indicators/contract.ts'
import { getUnit } from '#modules/organisation/contract.ts'
import { useAddress } from '#ui/address.ts'
import { useOperation } from '#ui/query.ts'
import { useToday } from '#ui/today.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'
import { useOwnUnits } from './own-units.ts'

const View = z.object({
  unit: z.uuid().optional(),
  period: z
    .string()
    .refine((key) => parsePeriodKey(key) !== null)
    .optional(),
  regime: z.enum(['cut-off', 'calendar']).default('cut-off'),
  structure: dayField.optional(),
  /** Whose mean time is shown (766, 2.2). */
  procedure: z.string().max(40).optional(),
})
export type CountingView = {
  readonly unit: UnitOption | null
  readonly period: string
  readonly kind: PeriodKind
  readonly regime: 'cut-off' | 'calendar'
  readonly procedure: string | null
  readonly today: string
  /** The day whose units make up the figures and may be chosen: as chosen, else the last of the period, or today. */
  readonly unitsDay: string
  readonly chosenDay: string | undefined
  readonly change: (change: Partial<z.input<typeof View>>) => void
}

/** Whose figures of which period, kept in the address; first one's own unit, if it is there then, and the running quarter. */
export function useCountingView(): CountingView {
  const [address, change] = useAddress(View)
  const today = useToday()
  const session = useOperation(currentSession, {})
  const own = session.data?.account?.unitId ?? undefined
  const asks = session.data !== undefined && !address.unit && !own
  const start = useOperation(startingPoint, asks ? {} : null)
  const running = periodContaining(today, 'quarter', regimeOf(address.regime))
  const period = address.period ?? (running ? periodKey(running) : `${today.slice(0, 4)}-Y`)
  const parsed = parsePeriodKey(period)
  const last = parsed ? periodRange(parsed, regimeOf(address.regime)).to : today
  const unitsDay = address.structure ?? (last < today ? last : today)
  const home = useOperation(getUnit, own && !address.unit ? { unitId: own, day: unitsDay } : null)
  // Whoever's own unit is gone by then begins with another of theirs.
  const others = useOwnUnits('indicators:read')?.filter(({ id }) => id !== own)
  const gone = home.data?.exists === false
  const first = gone ? others && (others[0]?.id ?? own) : own
  const unitId = address.unit ?? (home.isPending && own ? undefined : first) ?? start.data?.unit?.id
  const named = useOperation(getUnit, unitId ? { unitId, day: unitsDay } : null)
  return {
    unit: unitId ? { id: unitId, name: named.data?.unit.name ?? '…' } : null,
    period,
    kind: parsed?.kind ?? 'quarter',
    regime: address.regime,
    procedure: address.procedure ?? null,
    today,
    unitsDay,
    chosenDay: address.structure,
    change,
  }
}
