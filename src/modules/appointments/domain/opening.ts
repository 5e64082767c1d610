import { z } from 'zod'
import { type Day, numberFromDay } from '#kernel/calendar.ts'
import { line } from '#kernel/fields.ts'
import { clockText, isClock, minuteOfClock } from '#kernel/work-time/clock.ts'
import { dayFacts, isWeekend, type Span, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'

const clock = z.string().refine(isClock, 'calendar/not-a-clock')
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)

/** A line of people who wait for the same kind of business, `A`. */
const Line = z.object({
  code: z.string().regex(/^[A-Z]$/, 'appointments/line-code'),
  name: z.object({ vi: line(60), en: line(60) }),
  /** Fields of procedures whose appointments wait here; none: all that no other line has. */
  fields: z.array(z.string().max(60)).max(50).default([]),
})

/** A desk that calls people, and from which lines. */
const Desk = z.object({ code: line(8), name: line(60), lines: z.array(z.string().max(1)).max(12) })

/** How the counters of a unit are open to citizens. */
export const Opening = z
  .object({
    /** 1 is Monday. A Saturday or Sunday that is worked instead of another day counts as open whatever stands here. */
    weekdays: z.array(whole(1, 7)).min(1).max(7),
    /** Within the sessions of the working calendar; none: all of them. */
    windows: z
      .array(z.object({ from: clock, to: clock }))
      .max(4)
      .default([]),
    slotMinutes: whole(5, 240),
    /** How many people are promised the same slot. */
    places: whole(1, 50),
    /** How many days ahead may be booked, today not counted. */
    daysAhead: whole(1, 90),
    /** How long before a slot it can still be booked. */
    noticeMinutes: whole(0, 10_080),
    /** How long after the beginning of the slot whoever comes still goes before others. */
    graceMinutes: whole(0, 120),
    /** Days after which name and address of an appointment are erased. */
    keepDays: whole(1, 365),
    /** Which business appointments are for; neither fields nor procedures: all. */
    fields: z.array(z.string().max(60)).max(100).default([]),
    procedures: z.array(z.string().max(40)).max(200).default([]),
    lines: z.array(Line).min(1).max(12),
    desks: z.array(Desk).min(1).max(60),
  })
  .superRefine(({ windows, lines, desks }, refuse) => {
    const wrong = (path: (string | number)[], message: string) => refuse.addIssue({ code: 'custom', path, message })
    for (const [place, { from, to }] of windows.entries())
      if (isClock(from) && isClock(to) && from >= to) wrong(['windows', place, 'to'], 'appointments/window-order')
    const codes = lines.map(({ code }) => code)
    if (new Set(codes).size < codes.length) wrong(['lines'], 'appointments/line-twice')
    if (new Set(desks.map(({ code }) => code)).size < desks.length) wrong(['desks'], 'appointments/desk-twice')
    for (const [place, desk] of desks.entries())
      if (desk.lines.length === 0 || desk.lines.some((code) => !codes.includes(code)))
        wrong(['desks', place, 'lines'], 'appointments/desk-line')
    for (const code of codes)
      if (!desks.some((desk) => desk.lines.includes(code))) wrong(['lines'], 'appointments/line-without-desk')
  })
export type Opening = z.output<typeof Opening>

/** A stretch of a day that may be promised to somebody. */
export type Slot = { readonly at: string; readonly minutes: number }

/** The minutes of a day in which the counters are open. */
export function openSpans(day: Day, opening: Opening, calendar: WorkingCalendar): readonly Span[] {
  const number = numberFromDay(day)
  const { working, sessions } = dayFacts(number, calendar)
  if (!working || (!isWeekend(number) && !opening.weekdays.includes(weekdayOf(number)))) return []
  if (opening.windows.length === 0) return sessions
  const windows = opening.windows
    .map(({ from, to }) => ({ from: minuteOfClock(from), to: minuteOfClock(to) }))
    .toSorted((a, b) => a.from - b.from)
  return sessions.flatMap((session) =>
    windows
      .map(({ from, to }) => ({ from: Math.max(from, session.from), to: Math.min(to, session.to) }))
      .filter(({ from, to }) => from < to),
  )
}

/** The slots of a day: whole, one after the other from the beginning of each open stretch. */
export function slotsOf(day: Day, opening: Opening, calendar: WorkingCalendar): Slot[] {
  const { slotMinutes } = opening
  return openSpans(day, opening, calendar).flatMap(({ from, to }) =>
    Array.from({ length: Math.floor((to - from) / slotMinutes) }, (_, place) => ({
      at: clockText(from + place * slotMinutes),
      minutes: slotMinutes,
    })),
  )
}

/** 1 is Monday; day 0 was a Thursday. */
const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1

export type Business = { readonly code: string; readonly fieldCode: string }

/** Whether appointments are made for the business; null is any other business. */
export function takes({ fields, procedures }: Opening, business: Business | null): boolean {
  if (business === null || (fields.length === 0 && procedures.length === 0)) return true
  return procedures.includes(business.code) || fields.includes(business.fieldCode)
}

/** The line in which whoever comes for a field waits. */
export function lineFor({ lines }: Opening, fieldCode: string | null): string {
  const own = lines.find(({ fields }) => fieldCode !== null && fields.includes(fieldCode))
  return (own ?? lines.find(({ fields }) => fields.length === 0) ?? lines[0])?.code ?? 'A'
}

export type Hindrance = 'unit-ended' | 'day-off' | 'not-open'

/** Why an appointment cannot be kept as it was booked; null when it can. */
export function hindrance(
  { day, at, minutes }: { readonly day: Day; readonly at: string; readonly minutes: number },
  given: { readonly isUnitThere: boolean; readonly opening: Opening | null; readonly calendar: WorkingCalendar },
): Hindrance | null {
  if (!given.isUnitThere) return 'unit-ended'
  if (!dayFacts(numberFromDay(day), given.calendar).working) return 'day-off'
  if (given.opening === null) return 'not-open'
  const from = minuteOfClock(at)
  const isInside = openSpans(day, given.opening, given.calendar).some(
    (span) => span.from <= from && from + minutes <= span.to,
  )
  return isInside ? null : 'not-open'
}
