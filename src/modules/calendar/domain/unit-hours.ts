import { addDays, type Day } from '#kernel/calendar.ts'
import {
  type DatedSessions,
  DEFAULT_IN_DAY_CUT_OFF,
  DEFAULT_SESSIONS,
  type Session,
} from '#kernel/work-time/working-calendar.ts'

/** A timetable: sessions of a day, and until when what comes in is due the same day. */
export type Hours = { readonly sessions: readonly Session[]; readonly inDayCutOff: string }

/** Hours that were set for a unit and all under it (null: for the nation) from a day on; `hours` null: as the unit above again. */
export type HoursFrom = { readonly unitId: string | null; readonly validFrom: Day; readonly hours: Hours | null }

/** What holds where nobody has set anything. */
export const STANDARD_HOURS: Hours = { sessions: DEFAULT_SESSIONS, inDayCutOff: DEFAULT_IN_DAY_CUT_OFF }

/** The hours of a day: those of the nearest unit of the chain that has any, else the nation's, else the standard. */
export function hoursOn(day: Day, chain: readonly string[], entries: readonly HoursFrom[]): Hours {
  for (const unitId of [...chain, null]) {
    const own = lastBefore(day, unitId, entries)?.hours
    if (own) return own
  }
  return STANDARD_HOURS
}

/** The hours of a unit through time: those at the beginning, and each day from which they differ from the day before. */
export function hoursOverTime(
  entries: readonly HoursFrom[],
  chainOn: (day: Day) => readonly string[],
  turningDays: readonly Day[],
): Hours & { readonly sessionsFrom: readonly DatedSessions[] } {
  const days = [...new Set([...entries.map(({ validFrom }) => validFrom), ...turningDays])].toSorted()
  const beginning = days[0] === undefined ? null : addDays(days[0], -1)
  const first = beginning === null ? STANDARD_HOURS : hoursOn(beginning, chainOn(beginning), entries)
  const sessionsFrom: DatedSessions[] = []
  let before = JSON.stringify(first)
  for (const from of days) {
    const { sessions, inDayCutOff } = hoursOn(from, chainOn(from), entries)
    const now = JSON.stringify({ sessions, inDayCutOff })
    if (now !== before) sessionsFrom.push({ from, sessions, inDayCutOff })
    before = now
  }
  return { ...first, sessionsFrom }
}

function lastBefore(day: Day, unitId: string | null, entries: readonly HoursFrom[]): HoursFrom | undefined {
  let last: HoursFrom | undefined
  for (const entry of entries) {
    if (entry.unitId !== unitId || entry.validFrom > day) continue
    if (!last || entry.validFrom > last.validFrom) last = entry
  }
  return last
}
