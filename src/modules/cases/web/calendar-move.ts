import { type Day, dayAt, daysBetween } from '#kernel/calendar.ts'

type Special = { readonly day: Day; readonly kind: 'off' | 'make-up'; readonly decision: string | null }
type Move = { readonly receivedAt: string; readonly dueAt: string; readonly wouldBeDueAt: string }

export type CalendarDecision = { readonly decision: string; readonly days: readonly Special[] }

/** The decisions behind special days, each with its days, the one with the latest day first. */
export function decisionsOf(days: readonly Special[]): readonly CalendarDecision[] {
  const named = days.filter((one): one is Special & { decision: string } => one.decision !== null)
  const lastOf = ({ days: own }: CalendarDecision) => own.at(-1)?.day ?? ''
  return [...Map.groupBy(named, ({ decision }) => decision)]
    .map(([decision, own]) => ({ decision, days: own.toSorted((a, b) => a.day.localeCompare(b.day)) }))
    .toSorted((a, b) => lastOf(b).localeCompare(lastOf(a)))
}

/** Whether one of the days lies within the time of a case, from receipt to the later of both due moments: only then can it move the deadline. */
export function isTouched({ receivedAt, dueAt, wouldBeDueAt }: Move, days: readonly { readonly day: Day }[]): boolean {
  const from = dayAt(new Date(receivedAt))
  const to = dayAt(new Date(dueAt > wouldBeDueAt ? dueAt : wouldBeDueAt))
  return days.some(({ day }) => from <= day && day <= to)
}

/** Calendar days by which a deadline would move: positive is later. */
export function daysMoved({ dueAt, wouldBeDueAt }: Pick<Move, 'dueAt' | 'wouldBeDueAt'>): number {
  return daysBetween(dayAt(new Date(dueAt)), dayAt(new Date(wouldBeDueAt)))
}
