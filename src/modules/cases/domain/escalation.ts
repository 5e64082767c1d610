import { instantOf, officeMinute } from '#kernel/work-time/clock.ts'
import { WORKING_DAY_MINUTES } from '#kernel/work-time/term.ts'
import { addMinutes, minutesBetween, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'

export const MOMENTS = ['before-due', 'at-due', 'after-due'] as const
export const ESCALATION_UNITS = ['working-hours', 'working-days'] as const
export const RECIPIENTS = ['officer', 'head', 'city'] as const
export const DEAD_REASONS = [
  'not-running',
  'no-such-unit',
  'no-such-procedure',
  'no-such-field',
  'nobody-to-tell',
] as const
export type DeadReason = (typeof DEAD_REASONS)[number]

export type Timing = {
  readonly moment: (typeof MOMENTS)[number]
  readonly amount: number
  readonly timeUnit: (typeof ESCALATION_UNITS)[number]
}

/** The working minutes between the due moment and the rule's; a working day is eight hours, as in terms counted in hours. */
export function minutesOf({ amount, timeUnit }: Timing): number {
  return amount * (timeUnit === 'working-days' ? WORKING_DAY_MINUTES : 60)
}

/** When a rule fires for a case that is due then. */
export function firesAt(dueAt: Date, timing: Timing, calendar: WorkingCalendar): Date {
  const due = officeMinute(dueAt)
  if (timing.moment === 'at-due') return dueAt
  if (timing.moment === 'after-due') return instantOf(addMinutes(due, minutesOf(timing), calendar))
  return instantOf(minutesBefore(due, minutesOf(timing), calendar))
}

/** The latest due moment for which the rule has fired by now: whatever is due until then has crossed the rule's moment. */
export function crossedUntil(now: Date, timing: Timing, calendar: WorkingCalendar): Date {
  const minute = officeMinute(now)
  if (timing.moment === 'at-due') return now
  if (timing.moment === 'after-due') return instantOf(minutesBefore(minute, minutesOf(timing), calendar))
  return instantOf(addMinutes(minute, minutesOf(timing), calendar))
}

/** The last office minute that lies at least `amount` working minutes before another. */
export function minutesBefore(minute: number, amount: number, calendar: WorkingCalendar): number {
  let span = Math.max(1440, amount * 2)
  while (minutesBetween(minute - span, minute, calendar) < amount) span *= 2
  let [far, near] = [minute - span, minute]
  while (near - far > 1) {
    const middle = Math.floor((far + near) / 2)
    if (minutesBetween(middle, minute, calendar) >= amount) far = middle
    else near = middle
  }
  return minutesBetween(near, minute, calendar) >= amount ? near : far
}
