import type { WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import type { Tx } from '#server/db.ts'

/** The working time of a unit, by which the cases it decides are counted. */
export async function calendarOf(tx: Tx, unitId: string): Promise<WorkingCalendar> {
  return loadCalendar(tx, unitId)
}
