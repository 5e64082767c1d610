import { addDays, type Day, numberFromDay, OFFICE_OFFSET_MS } from '../calendar.ts'

/**
 * An instant as an office clock shows it, `2026-11-20T16:40` (UTC+7): comparable with `<`, printed on slips. The clock of legal
 * time is the minute, as on paper: seconds are dropped from receipts, ends and pauses alike.
 */
export type OfficeTime = string

/** Minutes of a day, and of the office's offset from UTC. */
export const DAY_MINUTES = 1440
const OFFICE_OFFSET_MINUTES = OFFICE_OFFSET_MS / 60_000
const EPOCH: Day = '1970-01-01'

/** Whole minutes of the office clock since the beginning of 1970-01-01. Throws RangeError for an invalid date. */
export function officeMinute(instant: Date): number {
  const minute = Math.floor(instant.getTime() / 60_000) + OFFICE_OFFSET_MINUTES
  if (Number.isNaN(minute)) throw new RangeError('not an instant')
  return minute
}

/** The instant of an office minute. */
export function instantOf(minute: number): Date {
  return new Date((minute - OFFICE_OFFSET_MINUTES) * 60_000)
}

/** The number of the day (since 1970-01-01) in which an office minute lies. */
export function dayNumberOf(minute: number): number {
  return Math.floor(minute / DAY_MINUTES)
}

const dayTexts = new Map<number, Day>()

/** The day of a day number, remembered: the same few hundred days are asked again and again. */
export function dayText(number: number): Day {
  const known = dayTexts.get(number)
  if (known !== undefined) return known
  if (dayTexts.size > 40_000) dayTexts.clear()
  const day = addDays(EPOCH, number)
  dayTexts.set(number, day)
  return day
}

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/

/** Whether the text is a time of day, `00:00` to `23:59`. */
export function isClock(text: string): boolean {
  return CLOCK.test(text)
}

/** Minutes from midnight to a time of day. Throws RangeError when the text is none. */
export function minuteOfClock(text: string): number {
  const [, hours, minutes] = CLOCK.exec(text) ?? []
  if (hours === undefined) throw new RangeError(`not a time of day: ${text}`)
  return Number(hours) * 60 + Number(minutes)
}

const CLOCK_TEXTS = Array.from({ length: DAY_MINUTES }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
)

/** The time of day of an office minute, `16:40`. */
export function clockText(minute: number): string {
  return CLOCK_TEXTS[minute - dayNumberOf(minute) * DAY_MINUTES] ?? ''
}

/** An office minute as text. */
export function officeText(minute: number): OfficeTime {
  return `${dayText(dayNumberOf(minute))}T${clockText(minute)}`
}

/** The office minute of a text. Throws RangeError when it is none. */
export function minuteOfText(text: OfficeTime): number {
  const number = numberFromDay(text.slice(0, 10))
  if (!Number.isFinite(number) || text[10] !== 'T') throw new RangeError(`not a time: ${text}`)
  return number * DAY_MINUTES + minuteOfClock(text.slice(11))
}
