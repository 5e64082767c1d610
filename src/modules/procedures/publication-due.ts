import { type Day, dayAt } from '#kernel/calendar.ts'
import { problemText } from '#kernel/problem-messages.ts'
import type { Tx } from '#server/db.ts'
import type { Both } from './domain/content.ts'
import { problems } from './domain/problems.ts'
import { listRules } from './store/publication.ts'
import type { Announcer } from './store/tables.ts'
import { workingDaysFor } from './working-days.ts'

/** The last day on which publishing is in time after a decision. */
export async function publicationDue(
  tx: Tx,
  { on, announcer }: { readonly on: Day; readonly announcer: Announcer },
): Promise<Day> {
  const rule = (await listRules(tx)).find((one) => one.announcer === announcer)
  const days = await workingDaysFor(tx)
  return days.after(on, rule?.publishDaysAfter ?? 0)
}

/** Whether publishing at the moment is in time, and a sentence that says so when it is late. */
export async function judgePublication(
  tx: Tx,
  decision: { readonly on: Day; readonly announcer: Announcer },
  now: Date,
): Promise<{ dueOn: Day; onTime: boolean; late: Both | null }> {
  const dueOn = await publicationDue(tx, decision)
  const today = dayAt(now)
  const values = { due: dueOn, today }
  const say = (language: 'vi' | 'en') => problemText(problems, 'procedures/published-late', values, language)
  return { dueOn, onTime: today <= dueOn, late: today <= dueOn ? null : { vi: say('vi'), en: say('en') } }
}
