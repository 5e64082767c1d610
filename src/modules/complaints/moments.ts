import { addDays, dayAt, startOfDay } from '#kernel/calendar.ts'
import { addWorkingDays } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import type { Tx } from '#server/db.ts'
import type { Moments } from './domain/lists.ts'

/** Now, and the end of the second working day from today. */
export async function momentsAt(tx: Tx, now: Date): Promise<Moments> {
  const calendar = await loadCalendar(tx, null)
  return { now, endOfSoon: startOfDay(addDays(addWorkingDays(dayAt(now), 2, calendar), 1)) }
}
