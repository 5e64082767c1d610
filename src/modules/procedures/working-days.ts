import { addWorkingDays, isWorkingDay } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import type { Tx } from '#server/db.ts'
import { type WorkingDays, workingDayBefore } from './domain/publication.ts'

/** The working days of the nation's calendar, by which the whole catalogue is announced. */
export async function workingDaysFor(tx: Tx): Promise<WorkingDays> {
  const calendar = await loadCalendar(tx, null)
  return {
    after: (day, count) => addWorkingDays(day, count, calendar),
    before: (day, count) => workingDayBefore(day, count, (at) => isWorkingDay(at, calendar)),
  }
}
