import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesBetween, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { crossedUntil, ESCALATION_UNITS, firesAt, MOMENTS, minutesBefore } from './escalation.ts'

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
const moment = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minute) => new Date(Date.UTC(2026, 9, 1) + minute * 60_000))
const timing = fc.oneof(
  fc.constant({ moment: 'at-due' as const, amount: 0, timeUnit: 'working-hours' as const }),
  fc.record({
    moment: fc.constantFrom(...MOMENTS.filter((one) => one !== 'at-due')),
    amount: fc.integer({ min: 1, max: 40 }),
    timeUnit: fc.constantFrom(...ESCALATION_UNITS),
  }),
)

test('hours roll over lunch, night, weekend and a day off', () => {
  const before = (amount: number) => ({ moment: 'before-due', amount, timeUnit: 'working-hours' }) as const
  expect(firesAt(at('23T14:00'), before(2), calendar)).toEqual(at('23T10:30'))
  expect(firesAt(at('25T08:30'), before(2), calendar)).toEqual(at('23T16:00'))
  const after = { moment: 'after-due', amount: 1, timeUnit: 'working-days' } as const
  expect(firesAt(at('23T10:00'), after, calendar)).toEqual(at('25T10:00'))
})

test('a case that is due has crossed exactly when its firing moment is past', () => {
  fc.assert(
    fc.property(moment, moment, timing, (due, now, rule) => {
      const crossed = due <= crossedUntil(now, rule, calendar)
      const fires = firesAt(due, rule, calendar)
      // Moments with no working minute between them are one moment to whoever works.
      if (minutesBetween(0, Math.abs(fires.getTime() - now.getTime()) / 60_000, calendar) === 0) return
      const between = Math.abs(worked(fires, now))
      if (between > 0) expect(crossed).toBe(fires <= now)
    }),
  )
})

const worked = (left: Date, right: Date) => {
  const minute = (one: Date) => one.getTime() / 60_000 + 420
  return minutesBetween(Math.min(minute(left), minute(right)), Math.max(minute(left), minute(right)), calendar)
}

test('going back is the other way of going on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 29_000_000, max: 30_000_000 }),
      fc.integer({ min: 1, max: 5000 }),
      (minute, amount) => {
        const before = minutesBefore(minute, amount, calendar)
        expect(minutesBetween(before, minute, calendar)).toBe(amount)
        expect(minutesBetween(before + 1, minute, calendar)).toBeLessThan(amount)
      },
    ),
  )
})
