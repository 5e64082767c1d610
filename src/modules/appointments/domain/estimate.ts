const MINUTE_MS = 60_000
/** As many of the last people served as the estimate rests on at most, and at least. */
export const SERVED_MOST = 20
export const SERVED_LEAST = 3

/** How long one more waits when so many wait before: by the mean of those served last; null while the day knows too little. */
export function estimatedMinutes(ahead: number, servedMs: readonly number[], desks: number): number | null {
  if (servedMs.length < SERVED_LEAST) return null
  const last = servedMs.slice(0, SERVED_MOST)
  const mean = last.reduce((sum, one) => sum + one, 0) / last.length
  return Math.ceil((ahead * mean) / Math.max(1, desks) / MINUTE_MS)
}

export type Waited = {
  readonly estimatedMinutes: number | null
  readonly takenAt: Date
  readonly firstCalledAt: Date | null
}

/** By how many minutes estimates were off, added up, over how many tickets: two numbers, so that they add up over days. */
export function accuracyOf(tickets: readonly Waited[]): { readonly offMinutes: number; readonly tickets: number } {
  const known = tickets.flatMap(({ estimatedMinutes: estimate, takenAt, firstCalledAt }) =>
    estimate === null || firstCalledAt === null ? [] : [Math.abs(estimate - minutesBetween(takenAt, firstCalledAt))],
  )
  return { offMinutes: known.reduce((sum, one) => sum + one, 0), tickets: known.length }
}

/** Whole minutes, rounded; none where clocks of two machines disagree. */
export const minutesBetween = (from: Date, to: Date): number =>
  Math.max(0, Math.round((to.getTime() - from.getTime()) / MINUTE_MS))

/** How long people waited, added up, over how many. */
export function waitingOf(tickets: readonly Waited[]): { readonly minutes: number; readonly tickets: number } {
  const called = tickets.flatMap(({ takenAt, firstCalledAt }) =>
    firstCalledAt === null ? [] : [minutesBetween(takenAt, firstCalledAt)],
  )
  return { minutes: called.reduce((sum, one) => sum + one, 0), tickets: called.length }
}
