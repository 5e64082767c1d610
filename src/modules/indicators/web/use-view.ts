import { useEffect } from 'react'
import { z } from 'zod'
import { parsePeriodKey, periodKey } from '#kernel/period.ts'
import { currentSession } from '#modules/identity/contract.ts'
import { getUnit } from '#modules/organisation/contract.ts'
import { useAddress } from '#ui/address.ts'
import { useOperation } from '#ui/query.ts'
import { useToday } from '#ui/today.ts'
import type { UnitOption } from '#ui/unit-picker.tsx'
import * as contract from '../contract.ts'
import { REGIMES } from '../domain/words.ts'
import type { FigureKey } from './figure-address.ts'
import { lastClosedPeriod, lastDayOf } from './periods.ts'

/** What most pages look through, kept in the address bar: whose figures, of when, in which structure, how strict. */
export const View = z.object({
  unit: z.uuid().optional(),
  period: z
    .string()
    .refine((key) => parsePeriodKey(key) !== null)
    .optional(),
  on: z.iso.date().optional(),
  regime: z.enum(REGIMES).default('cut-off'),
  standing: z.enum(['submitted', 'approved']).default('submitted'),
})
type ViewChange = Partial<z.input<typeof View>>

export type CurrentView = Omit<FigureKey, 'item' | 'unitId' | 'reach' | 'knownAt'> & {
  readonly unit: UnitOption | null
  /** The last day of the period, or the day of the structure: the day whose units may be chosen. */
  readonly unitsDay: string
  readonly today: string
  readonly change: (change: ViewChange) => void
}

const LAST_SEEN = 'haidang.figures.seen'
const Seen = z.object({ unit: z.uuid().optional(), period: z.string().optional() })

/** The view of a page: what its address says, else what was looked at last, else one's own unit and the newest period. */
export function useView(): CurrentView {
  const [address, change] = useAddress(View)
  const session = useOperation(currentSession, {})
  const seen = readSeen()
  const today = useToday()
  const own = session.data?.account?.unitId ?? undefined
  const wanted = address.unit ?? seen.unit ?? own
  const asks = session.data !== undefined && !(wanted && (address.period ?? seen.period))
  const start = useOperation(contract.startingPoint, asks ? { ...(wanted && { unitId: wanted }) } : null)
  const period = address.period ?? seen.period ?? start.data?.period ?? newestPeriod(today, address.regime)
  // Until it is known where to begin, nothing is asked for the wrong period.
  const isKnown = !asks || !start.isPending
  const unitId = isKnown ? (wanted ?? start.data?.unit?.id) : undefined
  const unitsDay = address.on ?? lastDayOf(period, address.regime) ?? today
  const named = useOperation(getUnit, unitId ? { unitId, day: unitsDay } : null)
  useEffect(() => {
    if (address.unit || address.period) writeSeen({ unit: unitId, period })
  }, [address.unit, address.period, unitId, period])
  const name = named.data?.unit.name
  return {
    unit: unitId
      ? { id: unitId, name: name ?? '…', ...(named.data?.unit.code && { code: named.data.unit.code }) }
      : null,
    period,
    regime: address.regime,
    structureOn: address.on ?? null,
    standing: address.standing,
    unitsDay,
    today,
    change,
  }
}

/** The options of the figures' operations that a view sets. */
export function figureOptions({ regime, structureOn, standing }: CurrentView) {
  return { regime, structureOn, standing }
}

function newestPeriod(today: string, regime: z.infer<typeof View>['regime']): string {
  return periodKey(lastClosedPeriod('nine-months', today, regime))
}

function readSeen(): z.infer<typeof Seen> {
  try {
    return Seen.parse(JSON.parse(localStorage.getItem(LAST_SEEN) ?? '{}'))
  } catch {
    return {}
  }
}

function writeSeen(seen: { unit: string | undefined; period: string }) {
  localStorage.setItem(LAST_SEEN, JSON.stringify(seen))
}
