import type { Day } from '#kernel/calendar.ts'
import type { DatedSessions, SpecialDay, WorkingCalendar } from '#kernel/work-time/working-calendar.ts'

/** What might change: days that are set, days that are special no longer, and the last confirmed day when that changes too. */
export type CalendarChanges = {
  readonly set?: readonly SpecialDay[]
  readonly removed?: readonly Day[]
  readonly confirmedThrough?: Day | null
}

/** The calendar as it would be after changes, to ask what would move before anything does. */
export function calendarWith(calendar: WorkingCalendar, changes: CalendarChanges): WorkingCalendar {
  const specialDays = new Map(calendar.specialDays)
  for (const day of changes.removed ?? []) specialDays.delete(day)
  for (const one of changes.set ?? []) specialDays.set(one.day, one)
  const { confirmedThrough = calendar.confirmedThrough } = changes
  return { ...calendar, specialDays, confirmedThrough }
}

/** The calendar of work handed from one unit to another on a day: the hours of the first before it, of the second from it on. */
export function calendarHandedOver(before: WorkingCalendar, after: WorkingCalendar, from: Day): WorkingCalendar {
  const laterOf = after.sessionsFrom ?? []
  const own: DatedSessions = { from, sessions: after.sessions, inDayCutOff: after.inDayCutOff }
  const atHandOver = laterOf.filter((entry) => entry.from <= from).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  return {
    ...before,
    sessionsFrom: [
      ...(before.sessionsFrom ?? []).filter((entry) => entry.from < from),
      { ...own, ...atHandOver, from },
      ...laterOf.filter((entry) => entry.from > from),
    ],
  }
}
