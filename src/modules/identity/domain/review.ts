import { addDays, type Day, dayAt, dayOf, startOfDay } from '#kernel/calendar.ts'

/** When an account has to be looked at again: so many months after the last look, at the beginning of the day. */
export function reviewDueAt(lastLook: Date, months: number): Date {
  return startOfDay(monthsLater(dayAt(lastLook), months))
}

/** An account last looked at on this day or before has to be reviewed now. */
export function latestLookDue(now: Date, months: number): Date {
  const today = dayAt(now)
  let day = addDays(monthsLater(today, -months), 3)
  // The months are of unequal length, so the day is found from above rather than computed.
  while (monthsLater(day, months) > today) day = addDays(day, -1)
  return new Date(startOfDay(addDays(day, 1)).getTime() - 1)
}

function monthsLater(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return dayOf(Math.floor(count / 12), (count % 12) + 1, Number(day.slice(8, 10)))
}
