import { addDays, type Day } from '#kernel/calendar.ts'

/** Days that are not what their weekday says: off although Monday to Friday, or worked although Saturday or Sunday. */
export type SpecialDays = ReadonlyMap<Day, { readonly working: boolean }>

/** Whether offices work on the day. */
export function isWorkingDay(day: Day, special: SpecialDays): boolean {
  const known = special.get(day)
  if (known) return known.working
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The last day on which a report may be sent: `workingDays` open days after the period's last day (which need not be open itself). */
export function dueOn(periodEnd: Day, workingDays: number, special: SpecialDays): Day {
  let due = periodEnd
  for (let counted = 0; counted < workingDays; ) {
    due = addDays(due, 1)
    if (isWorkingDay(due, special)) counted++
  }
  return due
}
