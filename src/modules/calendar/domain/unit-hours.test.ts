import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import type { WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { calendarHandedOver, calendarWith } from './changed-calendar.ts'
import { type HoursFrom, hoursOn, hoursOverTime, STANDARD_HOURS } from './unit-hours.ts'

const dayAfter = (offset: number) => addDays('2026-01-01', offset)
const anyDay = fc.integer({ min: 0, max: 60 }).map(dayAfter)
const anyHours = fc.option(
  fc.integer({ min: 6, max: 9 }).map((hour) => ({
    sessions: [{ from: `0${hour}:00`, to: '17:00' }],
    inDayCutOff: '15:00',
  })),
)
const anyEntries: fc.Arbitrary<HoursFrom[]> = fc.uniqueArray(
  fc.record({ unitId: fc.constantFrom(null, 'ward', 'city', 'other'), validFrom: anyDay, hours: anyHours }),
  { selector: ({ unitId, validFrom }) => `${unitId} ${validFrom}`, maxLength: 12 },
)
/** The ward moves under another city on a day. */
const chainOn = (moved: string) => (day: string) => (day < moved ? ['ward', 'city'] : ['ward', 'other'])

/** What holds on a day by the dated list, the way the engine reads it. */
function heldOn(day: string, hours: ReturnType<typeof hoursOverTime>) {
  const { sessions, inDayCutOff } = hours.sessionsFrom.findLast(({ from }) => from <= day) ?? hours
  return { sessions, inDayCutOff }
}

test('hours through time say of every day what holds on it', () => {
  fc.assert(
    fc.property(anyEntries, anyDay, anyDay, (entries, moved, day) => {
      const through = hoursOverTime(entries, chainOn(moved), [moved])
      expect(heldOn(day, through)).toEqual(hoursOn(day, chainOn(moved)(day), entries))
      for (const [index, one] of through.sessionsFrom.entries())
        expect(one.from > (through.sessionsFrom[index - 1]?.from ?? '')).toBe(true)
    }),
  )
})

test('where nobody has set anything, eight hours from 07:30 hold', () => {
  expect(hoursOverTime([], () => ['ward'], [])).toEqual({ ...STANDARD_HOURS, sessionsFrom: [] })
})

const calendarOf = (entries: HoursFrom[]): WorkingCalendar => ({
  ...hoursOverTime(entries, () => [], []),
  specialDays: new Map(),
  confirmedThrough: null,
})

test('work that is handed over is counted by the hours of the first before the day, and of the second from it on', () => {
  fc.assert(
    fc.property(anyEntries, anyEntries, anyDay, anyDay, (one, two, from, day) => {
      const [before, after] = [calendarOf(one), calendarOf(two)]
      const handed = calendarHandedOver(before, after, from)
      const at = ({ sessions, inDayCutOff, sessionsFrom = [] }: WorkingCalendar) =>
        sessionsFrom.findLast((entry) => entry.from <= day) ?? { sessions, inDayCutOff }
      const { sessions, inDayCutOff } = at(day < from ? before : after)
      expect(at(handed)).toMatchObject({ sessions, inDayCutOff })
    }),
  )
})

test('a calendar as it would be leaves the one that holds alone', () => {
  const holds = calendarOf([])
  const off = { day: '2026-03-02', kind: 'off', name: 'x', decision: null, confirmed: true } as const
  const would = calendarWith(holds, { set: [off], confirmedThrough: '2026-12-31' })
  expect([would.specialDays.get('2026-03-02'), would.confirmedThrough]).toEqual([off, '2026-12-31'])
  expect(calendarWith(would, { removed: ['2026-03-02'] }).specialDays.size).toBe(0)
  expect([holds.specialDays.size, holds.confirmedThrough]).toEqual([0, null])
})
