import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { dueOn, isWorkingDay } from './deadline.ts'

const anyDay = fc.integer({ min: 0, max: 3650 }).map((n) => addDays('2023-01-01', n))
const anySpecial = fc
  .array(fc.tuple(anyDay, fc.boolean()), { maxLength: 40 })
  .map((days) => new Map(days.map(([day, working]) => [day, { working }])))

test('November 2026 ends on Saturday 14/11, so two working days later is Tuesday 17/11', () => {
  expect(dueOn('2026-11-14', 2, new Map())).toBe('2026-11-17')
  expect(dueOn('2026-11-14', 2, new Map([['2026-11-16', { working: false }]]))).toBe('2026-11-18')
  expect(dueOn('2026-11-14', 2, new Map([['2026-11-15', { working: true }]]))).toBe('2026-11-16')
})

test('falls on an open day after the period, and never sooner with one more day', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 30 }), anySpecial, (end, days, special) => {
      const due = dueOn(end, days, special)
      expect(due > end).toBe(true)
      expect(isWorkingDay(due, special)).toBe(true)
      expect(dueOn(end, days + 1, special) > due).toBe(true)
    }),
  )
})
