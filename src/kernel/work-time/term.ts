import { z } from 'zod'

/** Units in which terms are laid down. */
export const TIME_UNITS = ['working-hours', 'working-days', 'calendar-days', 'months', 'in-day'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** One working day under the hour rule is eight working hours, whatever the length of a unit's own day. */
export const WORKING_DAY_MINUTES = 480

/** The longest term the engine counts, by unit: a guard against a slip of the hand, far above any term in law. */
const LONGEST: Readonly<Record<TimeUnit, number>> = {
  'working-hours': 20_000,
  'working-days': 2_600,
  'calendar-days': 3_660,
  months: 120,
  'in-day': Number.POSITIVE_INFINITY,
}

/**
 * A length of time as a rule lays it down. `rule` matters for working days alone: `hours` counts n × 8 working hours from the first
 * working minute, `days` leaves the day of receipt out and ends at the close of the n-th working day. `amount` means nothing in-day.
 */
export const Term = z
  .object({ amount: z.number(), unit: z.enum(TIME_UNITS), rule: z.enum(['hours', 'days']) })
  .readonly()
  .refine((term) => isTerm(term), 'platform/not-a-term')
export type Term = z.infer<typeof Term>

/** Whether the engine can count the term: above zero, within bounds, whole but for hours (to the minute). */
export function isTerm({ amount, unit, rule }: { amount: number; unit: TimeUnit; rule: 'hours' | 'days' }): boolean {
  if (unit === 'in-day') return true
  if (!(amount > 0 && amount <= LONGEST[unit])) return false
  return countsMinutes({ unit, rule }) ? minutesOf(amount, unit) > 0 : Number.isInteger(amount)
}

/** Whether the term is counted in working minutes rather than in whole days. */
export function countsMinutes({ unit, rule }: Pick<Term, 'unit' | 'rule'>): boolean {
  return unit === 'working-hours' || (unit === 'working-days' && rule === 'hours')
}

/** Working minutes of a term that is counted in minutes; fractions of a minute are rounded. */
export function termMinutes(term: Term): number {
  return minutesOf(term.amount, term.unit)
}

function minutesOf(amount: number, unit: TimeUnit): number {
  return Math.round(amount * (unit === 'working-hours' ? 60 : WORKING_DAY_MINUTES))
}
