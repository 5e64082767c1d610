// The door of the module. Other modules may call:
//
//   loadCalendar(tx, unitId | null)                → WorkingCalendar of a unit, or of the nation: special days, hours through time with
//                                                    those of the units above where it has none of its own. Kept in memory by a stamp,
//                                                    so it may be asked on every act; the same object as long as nothing changes.
//   loadCalendars(tx, unitIds, knownBefore?)       → the same for many; with an instant, as they were known just before it, to compare
//                                                    old and new after `calendar.changed`
//
// Deadlines themselves: `deadlineOf` of #kernel/work-time/deadline.ts.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { confirmYear } from './operations/confirm-year.ts'
import { explainDeadline } from './operations/explain-deadline.ts'
import { historyOfSpecialDay } from './operations/history-of-special-day.ts'
import { importSpecialDays } from './operations/import-special-days.ts'
import { listSessions } from './operations/list-sessions.ts'
import { listSpecialDays } from './operations/list-special-days.ts'
import { removeSpecialDay } from './operations/remove-special-day.ts'
import { setSessions } from './operations/set-sessions.ts'
import { setSpecialDays } from './operations/set-special-days.ts'

export { loadCalendar, loadCalendars } from './store/calendar.ts'

export const calendar: Module = {
  name: 'calendar',
  operations: [
    listSpecialDays,
    historyOfSpecialDay,
    setSpecialDays,
    removeSpecialDay,
    importSpecialDays,
    confirmYear,
    listSessions,
    setSessions,
    explainDeadline,
  ],
  handlers: [],
  problems,
}
