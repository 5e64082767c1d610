import { dayOf, numberFromDay } from '../calendar.ts'
import { DAY_MINUTES, dayNumberOf, dayText, officeMinute } from './clock.ts'
import { countsMinutes, type Term, termMinutes } from './term.ts'
import {
  addMinutes,
  closingOf,
  dayFacts,
  minutesBetween,
  openingAt,
  type WorkingCalendar,
  workingDayAfter,
  workingDayFrom,
  workingDaysBetween,
} from './working-calendar.ts'

/** Another term added to what is due, or another instant put in its place. Exactly one of `term` and `dueAt` is given. */
export type Extension = {
  readonly at: Date
  readonly term: Term | null
  readonly dueAt: Date | null
  readonly reason: string
}

/** What is counted: working minutes (the hour rule), working days, or all days (calendar days and months). */
export type Mode = 'minutes' | 'working-days' | 'calendar-days'

/** Where a count leads if nothing more happens. `due` is an office minute, `last` the last day before any move off a day off. */
export type Course = { readonly mode: Mode; readonly due: number; readonly last: number }

/** The course that begins with a receipt. */
export function beginCourse(received: number, term: Term, calendar: WorkingCalendar): Course {
  const opening = openingAt(received, calendar)
  const day = dayNumberOf(opening)
  if (countsMinutes(term)) return until('minutes', addMinutes(opening, termMinutes(term), calendar))
  if (term.unit === 'in-day') return afterDays('working-days', day, isBeforeCutOff(opening, calendar) ? 0 : 1, calendar)
  if (term.unit === 'working-days') return afterDays('working-days', day, term.amount, calendar)
  return throughDay('calendar-days', lastDayOf(dayNumberOf(received), term), calendar)
}

/** Whether work that can begin at an office minute begins before the in-day cut-off of its day. */
export function isBeforeCutOff(opening: number, calendar: WorkingCalendar): boolean {
  const day = dayNumberOf(opening)
  return opening < day * DAY_MINUTES + dayFacts(day, calendar).cutOff
}

/**
 * The course after a pause that begins before `due`. Minutes: what was left is left. Working days: both ends are taken like a
 * receipt (out of hours counts as the next opening), and due moves by the working days after the day of the first, up to and with
 * the day of the second. Calendar days: the days left after the day of the first follow the day of the second.
 */
export function afterPause(course: Course, from: number, to: number, calendar: WorkingCalendar): Course {
  if (course.mode === 'minutes')
    return until('minutes', addMinutes(to, minutesBetween(from, course.due, calendar), calendar))
  if (course.mode === 'working-days') {
    const dayOfWork = (end: number) => dayNumberOf(openingAt(end, calendar))
    const paused = workingDaysBetween(dayOfWork(from), dayOfWork(to), calendar)
    return paused === 0 ? course : afterDays('working-days', dayNumberOf(course.due), paused, calendar)
  }
  const [first, second] = [dayNumberOf(from), dayNumberOf(to)]
  if (first === second) return course
  return throughDay('calendar-days', second + Math.max(0, course.last - first), calendar)
}

/** The course after an extension: a term is counted on from `due`, an instant stands as it is given. */
export function afterExtension(course: Course, extension: Extension, calendar: WorkingCalendar): Course {
  const { term, dueAt } = extension
  if (dueAt !== null) return until(course.mode, officeMinute(dueAt))
  if (term === null) throw new RangeError('an extension names a term or an instant')
  const day = dayNumberOf(course.due)
  if (countsMinutes(term)) return until(course.mode, addMinutes(course.due, termMinutes(term), calendar))
  if (term.unit === 'in-day') return afterDays(course.mode, day, 1, calendar)
  if (term.unit === 'working-days') return afterDays(course.mode, day, term.amount, calendar)
  return throughDay(course.mode, lastDayOf(day, term), calendar)
}

/** What is left to count at an office minute before `due`, in the unit of the mode. */
export function leftAt(course: Course, at: number, calendar: WorkingCalendar): number {
  if (course.mode === 'minutes') return minutesBetween(at, course.due, calendar)
  if (course.mode === 'calendar-days') return Math.max(0, course.last - dayNumberOf(at))
  return workingDaysBetween(dayNumberOf(openingAt(at, calendar)), dayNumberOf(course.due), calendar)
}

function until(mode: Mode, due: number): Course {
  return { mode, due, last: dayNumberOf(due) }
}

function afterDays(mode: Mode, day: number, count: number, calendar: WorkingCalendar): Course {
  return until(mode, closingOf(workingDayAfter(day, count, calendar), calendar))
}

/** Due at the close of a day, or of the next working day when it is off (civil-code-148, clause 5). */
function throughDay(mode: Mode, last: number, calendar: WorkingCalendar): Course {
  return { mode, due: closingOf(workingDayFrom(last, calendar), calendar), last }
}

/** The last day of a term in calendar days or months; the first day is left out (civil-code-147). */
function lastDayOf(day: number, term: Term): number {
  if (term.unit === 'calendar-days') return day + term.amount
  const text = dayText(day)
  const months = Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1 + term.amount
  return numberFromDay(dayOf(Math.floor(months / 12), (months % 12) + 1, Number(text.slice(8))))
}
