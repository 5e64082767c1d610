/** What every change of the calendar does besides writing. */

import type { z } from 'zod'
import { Problem } from '#kernel/problem.ts'
import type { Context } from '#server/operation.ts'
import { CALENDAR_TOPIC, type CalendarChanged } from './contract.ts'
import type { DayWord } from './domain/special-day.ts'
import { sameWord } from './domain/special-day.ts'
import { type Change, findDays, insertDays } from './store/special-days.ts'

/** Who changes, when and why, for the record. */
export function changeOf({ now, actor }: Context, reason: string): Change {
  return { reason, changedAt: now, changedBy: actor.id }
}

/** Tells the modules above and the browsers. */
export async function tellChange(context: Context, changed: z.output<typeof CalendarChanged>): Promise<void> {
  await context.emit('calendar.changed', changed)
  await context.announce(CALENDAR_TOPIC)
}

/** Throws `not-allowed` when the actor may change the calendar of some units only: what is decided here holds for everyone. */
export function requireEverywhere({ scope }: Context): void {
  if (!scope.all) throw new Problem('not-allowed', 'calendar/not-everywhere', 'This holds for everyone.')
}

/** Throws `conflict` when what was looked at is no longer what holds. */
export function requireVersion(seen: number, holds: number): void {
  if (seen !== holds) throw new Problem('conflict', 'calendar/changed-since', 'It was changed since.')
}

export type PutAnswer = { readonly added: number; readonly changed: number; readonly unchanged: number }
/** `version`: the one that was looked at; null when the last word counts whatever was there. */
type PutDay = DayWord & { readonly version: number | null }

/** What would become of words about days: new ones, changed ones, and those that say what holds already. */
export async function compareDays(context: Context, words: readonly PutDay[]) {
  const known = await findDays(
    context.tx,
    words.map(({ day }) => day),
  )
  const holds = (day: string) => {
    const row = known.get(day)
    return row?.kind ? { ...row, kind: row.kind } : null
  }
  const fresh = words.filter((word) => {
    const now = holds(word.day)
    return now === null || !sameWord(now, word)
  })
  const added = fresh.filter(({ day }) => holds(day) === null).length
  const answer: PutAnswer = { added, changed: fresh.length - added, unchanged: words.length - fresh.length }
  return { known, fresh, answer }
}

/** Writes words about days, at most four hundred at a time, and tells of them; what holds already is not written again. */
export async function putDays(context: Context, words: readonly PutDay[], reason: string): Promise<PutAnswer> {
  const { known, fresh, answer } = await compareDays(context, words)
  for (const { day, version } of words) if (version !== null) requireVersion(version, known.get(day)?.version ?? 0)
  if (fresh.length === 0) return answer
  const rows = fresh.map((word) => ({ ...word, version: (known.get(word.day)?.version ?? 0) + 1 }))
  await insertDays(context.tx, rows, changeOf(context, reason))
  const days = fresh.map(({ day }) => day).toSorted()
  await tellChange(context, { fromDay: days[0] ?? '', toDay: days.at(-1) ?? null, unitId: null })
  return answer
}
