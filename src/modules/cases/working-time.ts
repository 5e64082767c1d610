import { addWorkingDays } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar } from '#modules/calendar/index.ts'
import type { Tx } from '#server/db.ts'
import { type DueMoments, dueMoments } from './domain/lists.ts'

/** The moments that part the due windows. Which days people work is the same everywhere; only hours are a unit's own. */
export async function momentsAt(tx: Tx, now: Date): Promise<DueMoments> {
  const calendar = await loadCalendar(tx, null)
  return dueMoments(now, (day, count) => addWorkingDays(day, count, calendar))
}
