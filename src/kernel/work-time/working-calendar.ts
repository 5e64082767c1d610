import { type Day, numberFromDay } from '../calendar.ts'
import { DAY_MINUTES, dayNumberOf, dayText, minuteOfClock, officeMinute } from './clock.ts'

/** A day that differs from its weekday: a day off in the week, or a weekend day worked instead (làm bù). */
export type SpecialDay = {
  readonly day: Day
  readonly kind: 'off' | 'make-up'
  /** What the day is called, in Vietnamese. */
  readonly name: string
  readonly nameEn?: string | null
  /** The decision it rests on, as people cite it; null when nobody has given one. */
  readonly decision: string | null
  /** false while it is only expected. */
  readonly confirmed: boolean
}

/** A stretch of working time of a day, office clock, `HH:MM`; its end does not belong to it. */
export type Session = { readonly from: string; readonly to: string }

/** The working hours that hold from a day on, until the next such entry. */
export type DatedSessions = {
  readonly from: Day
  readonly sessions: readonly Session[]
  /** The in-day cut-off from that day on; the calendar's own when left out. */
  readonly inDayCutOff?: string
}

/** A unit's working time. Treat it as a value: what is computed from it is remembered as long as the object lives. */
export type WorkingCalendar = {
  readonly sessions: readonly Session[]
  /** Hours that differ from a day on, in any order: a new timetable, or the successor of a dissolved unit. */
  readonly sessionsFrom?: readonly DatedSessions[]
  readonly specialDays: ReadonlyMap<Day, SpecialDay>
  /** What is to be done within the day and comes in at this time or later is due the next working day (`15:00`). */
  readonly inDayCutOff: string
  /** The last day of the last year whose days off are decided; null when no year's are. */
  readonly confirmedThrough: Day | null
}

/** 07:30–11:30 and 13:00–17:00, eight hours. A setting of every unit; these are what it begins with. */
export const DEFAULT_SESSIONS: readonly Session[] = [
  { from: '07:30', to: '11:30' },
  { from: '13:00', to: '17:00' },
]
/** Received at this time or later, what is due "within the day" is due the next working day. A setting of every unit. */
export const DEFAULT_IN_DAY_CUT_OFF = '15:00'

/** A stretch of minutes of a day. */
export type Span = { readonly from: number; readonly to: number }

/** Everything the engine asks about one day. */
export type DayFacts = {
  readonly number: number
  readonly working: boolean
  /** Minutes of the day, in order; those of a day off are what they would be. */
  readonly sessions: readonly Span[]
  readonly opening: number
  readonly closing: number
  /** Working minutes of the day, 0 when it is off. */
  readonly minutes: number
  readonly special: SpecialDay | null
  readonly cutOff: number
  /** Nobody has decided yet whether the day is off. */
  readonly unconfirmed: boolean
}

/** Whether sessions can be used: at least one, each of some length, one after the other. */
export function areSessions(sessions: readonly Session[]): boolean {
  return spansOf(sessions) !== null
}

/** Whether people work on the day. */
export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  return dayFacts(numberFromDay(day), calendar).working
}

/** The `count`-th working day after `day`; `day` itself for 0. Throws RangeError when `count` is negative or no whole number. */
export function addWorkingDays(day: Day, count: number, calendar: WorkingCalendar): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`)
  return dayText(workingDayAfter(numberFromDay(day), count, calendar))
}

/** Working minutes from one instant to another, both on the minute; 0 when `to` is not later. */
export function workingMinutesBetween(from: Date, to: Date, calendar: WorkingCalendar): number {
  return minutesBetween(officeMinute(from), officeMinute(to), calendar)
}

/** The close of a day's last session, as an office minute. */
export function closingOf(number: number, calendar: WorkingCalendar): number {
  return number * DAY_MINUTES + dayFacts(number, calendar).closing
}

/** The number of the `count`-th working day after a day; the day itself for 0. */
export function workingDayAfter(number: number, count: number, calendar: WorkingCalendar): number {
  let [day, left] = [number, count]
  while (left > 0) if (dayFacts(++day, calendar).working) left--
  return day
}

/** The first working day from a day on. */
export function workingDayFrom(number: number, calendar: WorkingCalendar): number {
  let day = number
  while (!dayFacts(day, calendar).working) day++
  return day
}

/** How many working days lie after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: number, to: number, calendar: WorkingCalendar): number {
  let count = 0
  for (let day = from + 1; day <= to; day++) if (dayFacts(day, calendar).working) count++
  return count
}

/** The first minute of work at or after an office minute: itself within a session, else the next opening. */
export function openingAt(minute: number, calendar: WorkingCalendar): number {
  return addMinutes(minute, 0, calendar)
}

/**
 * The office minute at which `amount` working minutes are over, counted from `minute`. It is the end of a session rather than the
 * opening of the next, except for 0, where it is the first minute of work.
 */
export function addMinutes(minute: number, amount: number, calendar: WorkingCalendar): number {
  let left = amount
  let number = dayNumberOf(minute)
  let begin = minute - number * DAY_MINUTES
  for (;;) {
    const { working, sessions } = dayFacts(number, calendar)
    for (const session of working ? sessions : []) {
      const from = Math.max(session.from, begin)
      if (from >= session.to) continue
      if (left <= session.to - from) return number * DAY_MINUTES + from + left
      left -= session.to - from
    }
    number++
    begin = 0
  }
}

/** Working minutes between two office minutes; 0 when `to` is not later. */
export function minutesBetween(from: number, to: number, calendar: WorkingCalendar): number {
  let sum = 0
  for (let day = dayNumberOf(from); day * DAY_MINUTES < to; day++) sum += minutesOfDay(day, from, to, calendar)
  return sum
}

/** Working minutes of a day that lie between two office minutes. */
export function minutesOfDay(day: number, from: number, to: number, calendar: WorkingCalendar): number {
  const facts = dayFacts(day, calendar)
  const [begin, end] = [from - day * DAY_MINUTES, to - day * DAY_MINUTES]
  if (!facts.working) return 0
  if (begin <= facts.opening && end >= facts.closing) return facts.minutes
  let sum = 0
  for (const session of facts.sessions) sum += Math.max(0, Math.min(end, session.to) - Math.max(begin, session.from))
  return sum
}

/** Days of a calendar, and its sessions as minutes, kept while the calendar lives. */
type Known = { readonly days: Map<number, DayFacts>; readonly hours: readonly Hours[]; readonly through: number }
type Hours = Omit<DayFacts, 'number' | 'working' | 'special' | 'unconfirmed'> & { readonly since: number }
const known = new WeakMap<WorkingCalendar, Known>()

/** What is known of a day. Throws RangeError when the calendar's sessions cannot be used. */
export function dayFacts(number: number, calendar: WorkingCalendar): DayFacts {
  let own = known.get(calendar)
  if (own === undefined) {
    own = prepare(calendar)
    known.set(calendar, own)
  }
  let facts = own.days.get(number)
  if (facts === undefined) {
    facts = factsOf(number, calendar, own)
    own.days.set(number, facts)
  }
  return facts
}

function prepare(calendar: WorkingCalendar): Known {
  const dated = (calendar.sessionsFrom ?? [])
    .map((entry) => hoursOf(entry.sessions, entry.inDayCutOff ?? calendar.inDayCutOff, numberFromDay(entry.from)))
    .toSorted((left, right) => right.since - left.since)
  const hours = [...dated, hoursOf(calendar.sessions, calendar.inDayCutOff, Number.NEGATIVE_INFINITY)]
  const { confirmedThrough } = calendar
  const through = confirmedThrough === null ? Number.NEGATIVE_INFINITY : numberFromDay(confirmedThrough)
  return { days: new Map(), hours, through }
}

function hoursOf(sessions: readonly Session[], cutOff: string, since: number): Hours {
  const spans = spansOf(sessions)
  const [first, last] = [spans?.[0], spans?.at(-1)]
  if (!spans || !first || !last) throw new RangeError('sessions must follow one another, each of some length')
  const minutes = spans.reduce((sum, span) => sum + span.to - span.from, 0)
  return { since, sessions: spans, opening: first.from, closing: last.to, minutes, cutOff: minuteOfClock(cutOff) }
}

function spansOf(sessions: readonly Session[]): readonly Span[] | null {
  const spans = sessions.map(({ from, to }) => ({ from: minuteOfClock(from), to: minuteOfClock(to) }))
  const inOrder = spans.every((span, place) => span.from < span.to && span.from >= (spans[place - 1]?.to ?? 0))
  return inOrder && spans.length > 0 ? spans : null
}

function factsOf(number: number, calendar: WorkingCalendar, { hours, through }: Known): DayFacts {
  const own = hours.find(({ since }) => since <= number)
  if (!own) throw new RangeError(`not a day: ${number}`)
  const special = calendar.specialDays.get(dayText(number)) ?? null
  const working = special === null ? !isWeekend(number) : special.kind === 'make-up'
  const { sessions, opening, closing, cutOff } = own
  const minutes = working ? own.minutes : 0
  const unconfirmed = special === null ? number > through : !special.confirmed
  return { number, working, sessions, opening, closing, minutes, cutOff, special, unconfirmed }
}

/** Saturday or Sunday; day 0 was a Thursday. */
export function isWeekend(number: number): boolean {
  return ((((number + 4) % 7) + 7) % 7) % 6 === 0
}
