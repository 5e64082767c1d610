import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { MEAN_UNITS, meanTime, meanUnitOf, timeTaken } from './mean-time.ts'

const calendar: WorkingCalendar = {
  sessions: [
    { from: '07:30', to: '11:30' },
    { from: '13:00', to: '17:00' },
  ],
  specialDays: new Map([['2026-11-24', { kind: 'holiday', name: 'Nghỉ', decision: null, confirmed: true } as never]]), // its kind alone is read
  inDayCutOff: '15:00',
  confirmedThrough: null,
}

const at = (text: string) => new Date(`2026-11-${text}+07:00`)

test('from Monday ten o’clock to Wednesday ten o’clock are two working days, sixteen hours, two days', () => {
  const one = { receivedAt: at('16T10:00'), endedAt: at('18T10:00'), waits: [] }
  expect(timeTaken(one, 'working-days', calendar)).toBe(2)
  expect(timeTaken(one, 'working-hours', calendar)).toBe(16)
  expect(timeTaken(one, 'calendar-days', calendar)).toBe(2)
  expect(timeTaken({ ...one, endedAt: at('30T10:00') }, 'months', calendar)).toBeCloseTo(14 / 30, 10)
  const waited = { ...one, waits: [{ from: at('17T10:00'), to: at('18T10:00') }] }
  expect(timeTaken(waited, 'working-days', calendar)).toBe(1)
})

test('a wait takes away what it lasted within the case, never more, whatever the unit', () => {
  const moment = fc
    .integer({ min: 0, max: 40_000 })
    .map((minutes) => new Date(at('02T08:00').getTime() + minutes * 60_000))
  fc.assert(
    fc.property(moment, moment, moment, moment, fc.constantFrom(...MEAN_UNITS), (a, b, c, d, unit) => {
      const order = (x: Date, y: Date) => (x < y ? ([x, y] as const) : ([y, x] as const))
      const [receivedAt, endedAt] = order(a, b)
      const [from, to] = order(c, d)
      const whole = timeTaken({ receivedAt, endedAt, waits: [] }, unit, calendar)
      const less = timeTaken({ receivedAt, endedAt, waits: [{ from, to }] }, unit, calendar)
      expect(less).toBeGreaterThanOrEqual(0)
      expect(less).toBeLessThanOrEqual(whole)
      if (to <= receivedAt || from >= endedAt) expect(less).toBe(whole)
    }),
  )
})

test('the mean is of the sum, and nobody has the mean of no case', () => {
  expect(meanTime({ sum: 10, cases: 3 })).toBe(3.33)
  expect(meanTime({ sum: 0, cases: 0 })).toBeNull()
  expect(meanUnitOf('in-day')).toBe('working-hours')
  expect(meanUnitOf('months')).toBe('months')
})
