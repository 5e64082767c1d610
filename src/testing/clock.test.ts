import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt, numberFromDay } from '#kernel/calendar.ts'
import { DAY_MINUTES, minuteOfClock, officeMinute } from '#kernel/work-time/clock.ts'
import { minutesAhead } from './clock.ts'

const ofDay = (instant: Date) => officeMinute(instant) - numberFromDay(dayAt(instant)) * DAY_MINUTES
const after = (instant: Date, minutes: number) => new Date(instant.getTime() + minutes * 60_000)

test('five to midnight is the next morning, ten in the morning and three at night are what they are', () => {
  const late = new Date('2026-12-01T16:55:00Z')
  expect(after(late, minutesAhead(late)).toISOString()).toBe('2026-12-02T02:00:00.000Z')
  expect(minutesAhead(new Date('2026-12-01T03:00:00Z'))).toBe(0)
  expect(minutesAhead(new Date('2026-12-01T20:00:00Z'))).toBe(0)
})

test('whatever the hour, a run has an hour and a half until the day ends, and is never a day ahead', () => {
  fc.assert(
    fc.property(fc.date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2040-01-01') }), (now) => {
      const ahead = minutesAhead(now)
      expect(ahead).toBeGreaterThanOrEqual(0)
      expect(ahead).toBeLessThan(DAY_MINUTES)
      expect(ofDay(after(now, ahead))).toBeLessThanOrEqual(minuteOfClock('22:30'))
      expect(ofDay(after(now, minutesAhead(now, '23:55')))).toBe(minuteOfClock('23:55'))
    }),
  )
})
