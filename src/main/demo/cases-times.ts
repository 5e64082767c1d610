import { addDays, type Day, dayAt, startOfDay } from '#kernel/calendar.ts'

// Moments at which the demonstration's officials act: weekdays in office hours. Holidays do not matter here.

const OPENING = 7 * 60 + 45
const CLOSING = 16 * 60 + 45
const NOON_FROM = 11 * 60 + 25
const NOON_TO = 13 * 60 + 5

/** The day so many weekdays before another. */
export function weekdaysBefore(day: Day, count: number): Day {
  let found = isWeekend(day) ? dayBefore(day) : day
  for (let left = count; left > 0; left--) found = dayBefore(found)
  return found
}

function dayBefore(day: Day): Day {
  const before = addDays(day, -1)
  return isWeekend(before) ? dayBefore(before) : before
}

/** A moment of a day: `part` 0 is the opening, 1 the closing; never at noon. */
export function momentIn(day: Day, part: number): Date {
  const minute = OPENING + Math.floor(part * (CLOSING - OPENING))
  const atWork = minute > NOON_FROM && minute < NOON_TO ? NOON_TO : minute
  return new Date(startOfDay(day).getTime() + atWork * 60_000)
}

/** Some working hours later (eight a day). */
export function later(from: Date, hours: number): Date {
  const day = dayAt(from)
  const minute = (from.getTime() - startOfDay(day).getTime()) / 60_000
  const part = (minute - OPENING) / (CLOSING - OPENING) + hours / 8
  const whole = Math.floor(part)
  let found = day
  for (let left = whole; left > 0; left--) found = weekdayAfter(found)
  return momentIn(isWeekend(found) ? weekdayAfter(found) : found, part - whole)
}

function weekdayAfter(day: Day): Day {
  const after = addDays(day, 1)
  return isWeekend(after) ? weekdayAfter(after) : after
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
