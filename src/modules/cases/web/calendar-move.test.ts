import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, startOfDay } from '#kernel/calendar.ts'
import { daysMoved, decisionsOf, isTouched } from './calendar-move.ts'

const off = (day: string, decision: string | null) => ({ day, kind: 'off' as const, decision })

test('decisions stand with their days, the latest first; what nobody decided is none', () => {
  const days = [
    off('2026-09-02', 'QĐ 1'),
    off('2026-12-31', 'QĐ 2'),
    off('2026-09-01', 'QĐ 1'),
    off('2026-01-01', null),
  ]
  expect(decisionsOf(days).map(({ decision, days: own }) => [decision, own.map(({ day }) => day)])).toEqual([
    ['QĐ 2', ['2026-12-31']],
    ['QĐ 1', ['2026-09-01', '2026-09-02']],
  ])
})

const moveOf = (from: string, days: number, more: number) => ({
  receivedAt: startOfDay(from).toISOString(),
  dueAt: startOfDay(addDays(from, days)).toISOString(),
  wouldBeDueAt: startOfDay(addDays(from, days + more)).toISOString(),
})

test('a day concerns a case exactly when it lies between receipt and the later due day', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.integer({ min: -10, max: 10 }), fc.integer({ min: -20, max: 90 }), (days, more, at) => {
      const move = moveOf('2026-09-01', days, more)
      const last = Math.max(days, days + more)
      expect(isTouched(move, [{ day: addDays('2026-09-01', at) }])).toBe(at >= 0 && at <= last)
      expect(daysMoved(move)).toBe(more)
    }),
  )
})

test('no day concerns no case', () => {
  expect(isTouched(moveOf('2026-09-01', 5, 1), [])).toBe(false)
})
