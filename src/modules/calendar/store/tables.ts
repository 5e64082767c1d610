import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { Hours } from '../domain/unit-hours.ts'

type Change = { version: number; reason: string; changedAt: Date; changedBy: string }
type Tables = {
  'calendar.specialDay': Change & {
    day: Day
    kind: 'off' | 'make-up' | null
    nameVi: string
    nameEn: string
    decision: string | null
    confirmed: boolean
    sourceNote: string
  }
  'calendar.year': Change & { year: number; confirmed: boolean; decision: string | null }
  'calendar.hours': Change & {
    id: string
    unitId: string | null
    validFrom: Day
    sessions: Hours['sessions'] | null
    inDayCutOff: string | null
  }
  'calendar.state': { singleton: boolean; stamp: string }
}

/** Only this module's tables are visible here, so a query on another module's table does not compile. */
export const on = (tx: Tx) => tx.$extendTables<Tables>()
