import type { z } from 'zod'
import { type Day, dayAt, officeClock } from '#kernel/calendar.ts'
import { isClock } from '#kernel/work-time/clock.ts'
import { isTerm, type Term, TIME_UNITS } from '#kernel/work-time/term.ts'
import type { explainDeadline } from '../contract.ts'

/** What stands in the fields of the page. */
export type Typed = {
  readonly day: Day | null
  readonly time: string
  readonly amount: number | null
  /** `working-days hours`: unit and rule. */
  readonly unit: string | null
  readonly pauseFromDay: Day | null
  readonly pauseFromTime: string
  readonly pauseToDay: Day | null
  readonly pauseToTime: string
}

/** The units and rules to choose from, as `unit rule`. */
export const UNITS_AND_RULES = [
  'working-days hours',
  'working-days days',
  'working-hours hours',
  'calendar-days days',
  'months days',
  'in-day days',
] as const

/** Five working days from now on. */
export function startTyped(now: Date): Typed {
  const time = officeClock(now).slice(11, 16)
  return {
    day: dayAt(now),
    time,
    amount: 5,
    unit: 'working-days hours',
    pauseFromDay: null,
    pauseFromTime: '',
    pauseToDay: null,
    pauseToTime: '',
  }
}

/** The question that the fields ask; null while something is missing or cannot be counted. */
export function questionOf(
  typed: Typed,
  unitId: string | null,
  reason: string,
): z.input<typeof explainDeadline.input> | null {
  const receivedAt = timeOf(typed.day, typed.time)
  const term = termOf(typed)
  if (receivedAt === null || term === null) return null
  const from = timeOf(typed.pauseFromDay, typed.pauseFromTime)
  const to = timeOf(typed.pauseToDay, typed.pauseToTime)
  const pauses = from === null ? [] : [{ from, to, reason }]
  return { receivedAt, term, unitId, pauses }
}

function termOf({ amount, unit }: Typed): Term | null {
  const [name, rule] = unit?.split(' ') ?? []
  const known = TIME_UNITS.find((one) => one === name)
  if (known === undefined) return null
  const term = {
    amount: known === 'in-day' ? 1 : (amount ?? 0),
    unit: known,
    rule: rule === 'hours' ? 'hours' : 'days',
  } as const
  return isTerm(term) ? term : null
}

/** `7:30` is read as `07:30`. */
function timeOf(day: Day | null, time: string): string | null {
  const clock = time.trim().replace(/^\d:/, '0$&')
  return day !== null && isClock(clock) ? `${day}T${clock}` : null
}
