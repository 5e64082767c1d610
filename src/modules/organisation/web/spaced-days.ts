import { type Day, daysBetween } from '#kernel/calendar.ts'

export type ChangeDay = { readonly day: Day; readonly acts: number }

/** The days with the most acts that keep a distance (a part of the whole span) from one another, in order of time. */
export function spacedDays(
  days: readonly ChangeDay[],
  { from, to, space }: { from: Day; to: Day; space: number },
): readonly ChangeDay[] {
  const least = daysBetween(from, to) * space
  const chosen: ChangeDay[] = []
  for (const one of days.toSorted((a, b) => b.acts - a.acts || (a.day < b.day ? -1 : 1))) {
    if (one.day < from || one.day > to) continue
    if (chosen.every((other) => Math.abs(daysBetween(other.day, one.day)) >= least)) chosen.push(one)
  }
  return chosen.toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
