import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '#kernel/calendar.ts'
import { minuteOfClock } from '#kernel/work-time/clock.ts'
import { DEFAULT_SESSIONS, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { hindrance, lineFor, Opening, openSpans, slotsOf, takes } from './opening.ts'

const calendar = (special: readonly (readonly [Day, 'off' | 'make-up'])[] = []): WorkingCalendar => ({
  sessions: DEFAULT_SESSIONS,
  specialDays: new Map(
    special.map(([day, kind]) => [day, { day, kind, name: 'Thử', decision: null, confirmed: true }]),
  ),
  inDayCutOff: '15:00',
  confirmedThrough: null,
})
const LINE = { code: 'A', name: { vi: 'Mọi việc', en: 'Everything' } }
const opening = (more: Record<string, unknown> = {}) =>
  Opening.parse({
    weekdays: [1, 2, 3, 4, 5],
    slotMinutes: 30,
    places: 2,
    daysAhead: 14,
    noticeMinutes: 60,
    graceMinutes: 10,
    keepDays: 30,
    lines: [LINE],
    desks: [{ code: '1', name: 'Quầy 1', lines: ['A'] }],
    ...more,
  })
const MONDAY = '2026-11-30'

test('a working day has its slots in both sessions, none across the noon break', () => {
  const slots = slotsOf(MONDAY, opening({ slotMinutes: 50 }), calendar())
  expect(slots.map(({ at }) => at)).toEqual(['07:30', '08:20', '09:10', '10:00', '13:00', '13:50', '14:40', '15:30'])
})

test('holidays and weekends have none, a worked Saturday has its own', () => {
  expect(slotsOf(MONDAY, opening(), calendar([[MONDAY, 'off']]))).toEqual([])
  expect(slotsOf('2026-11-28', opening(), calendar())).toEqual([])
  expect(slotsOf('2026-11-28', opening(), calendar([['2026-11-28', 'make-up']]))).toHaveLength(16)
  expect(slotsOf(MONDAY, opening({ weekdays: [2] }), calendar())).toEqual([])
})

const anyClock = fc.integer({ min: 0, max: 1439 }).map((m) => {
  const part = (value: number) => String(value).padStart(2, '0')
  return `${part(Math.floor(m / 60))}:${part(m % 60)}`
})
const anyWindows = fc.array(
  fc.tuple(anyClock, anyClock).filter(([from, to]) => from < to),
  { maxLength: 4 },
)

test('every slot lies whole within a session and a window, and its appointment can be kept', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 400 }),
      anyWindows,
      fc.integer({ min: 5, max: 240 }),
      (days, pairs, slotMinutes) => {
        const day = addDays('2026-01-01', days)
        const one = opening({ slotMinutes, windows: pairs.map(([from, to]) => ({ from, to })) })
        const spans = openSpans(day, one, calendar())
        for (const slot of slotsOf(day, one, calendar())) {
          const from = minuteOfClock(slot.at)
          expect(spans.some((span) => span.from <= from && from + slot.minutes <= span.to)).toBe(true)
          const given = { isUnitThere: true, opening: one, calendar: calendar() }
          expect(hindrance({ day, ...slot }, given)).toBeNull()
        }
      },
    ),
  )
})

test('says why an appointment cannot be kept', () => {
  const booked = { day: MONDAY, at: '08:00', minutes: 30 }
  const given = { isUnitThere: true, opening: opening(), calendar: calendar() }
  expect(hindrance(booked, given)).toBeNull()
  expect(hindrance(booked, { ...given, isUnitThere: false })).toBe('unit-ended')
  expect(hindrance(booked, { ...given, calendar: calendar([[MONDAY, 'off']]) })).toBe('day-off')
  expect(hindrance(booked, { ...given, opening: null })).toBe('not-open')
  expect(hindrance(booked, { ...given, opening: opening({ windows: [{ from: '09:00', to: '11:00' }] }) })).toBe(
    'not-open',
  )
})

test('business goes to where it is taken and waits in its own line', () => {
  const some = opening({
    fields: ['ho-tich'],
    procedures: ['2.000815'],
    lines: [
      { ...LINE, fields: ['ho-tich'] },
      { ...LINE, code: 'B' },
    ],
    desks: [{ code: '1', name: 'Quầy 1', lines: ['A', 'B'] }],
  })
  expect(takes(some, { code: '1.001193', fieldCode: 'ho-tich' })).toBe(true)
  expect(takes(some, { code: '2.000815', fieldCode: 'chung-thuc' })).toBe(true)
  expect(takes(some, { code: '1.000001', fieldCode: 'dat-dai' })).toBe(false)
  expect(takes(some, null)).toBe(true)
  expect([lineFor(some, 'ho-tich'), lineFor(some, 'dat-dai'), lineFor(some, null)]).toEqual(['A', 'B', 'B'])
})

test('an opening that contradicts itself is refused where it does', () => {
  const refused = Opening.safeParse({
    ...opening(),
    windows: [{ from: '10:00', to: '09:00' }],
    lines: [LINE, { ...LINE, code: 'B' }, LINE],
    desks: [{ code: '1', name: 'Quầy 1', lines: ['C'] }],
  })
  expect(refused.error?.issues.map(({ message }) => message).toSorted()).toEqual([
    'appointments/desk-line',
    'appointments/line-twice',
    'appointments/line-without-desk',
    'appointments/line-without-desk',
    'appointments/line-without-desk',
    'appointments/window-order',
  ])
})
