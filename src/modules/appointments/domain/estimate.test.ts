import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accuracyOf, estimatedMinutes, minutesBetween, waitingOf } from './estimate.ts'

const minutes = (count: number) => count * 60_000
const at = (minute: number) => new Date(minutes(minute))

test('four ahead, six minutes each, two desks: twelve minutes', () => {
  expect(estimatedMinutes(4, [minutes(5), minutes(6), minutes(7)], 2)).toBe(12)
  expect(estimatedMinutes(4, [minutes(5), minutes(6)], 2)).toBeNull()
  expect(estimatedMinutes(0, [1, 1, 1], 0)).toBe(0)
})

test('nobody waits less than no time, whatever two clocks say', () => {
  expect(minutesBetween(at(5), at(3))).toBe(0)
  expect(minutesBetween(at(3), at(5))).toBe(2)
})

test('more ahead is never sooner, more desks never later', () => {
  const served = fc.array(fc.integer({ min: 0, max: minutes(60) }), { minLength: 3, maxLength: 40 })
  const count = fc.integer({ min: 0, max: 200 })
  fc.assert(
    fc.property(served, count, fc.integer({ min: 1, max: 20 }), (times, ahead, desks) => {
      const one = estimatedMinutes(ahead, times, desks) ?? 0
      expect(estimatedMinutes(ahead + 1, times, desks)).toBeGreaterThanOrEqual(one)
      expect(estimatedMinutes(ahead, times, desks + 1)).toBeLessThanOrEqual(one)
    }),
  )
})

test('accuracy and waiting are sums over tickets that were called', () => {
  const tickets = [
    { estimatedMinutes: 10, takenAt: at(0), firstCalledAt: at(14) },
    { estimatedMinutes: null, takenAt: at(0), firstCalledAt: at(6) },
    { estimatedMinutes: 5, takenAt: at(10), firstCalledAt: at(12) },
    { estimatedMinutes: 5, takenAt: at(10), firstCalledAt: null },
  ]
  expect(accuracyOf(tickets)).toEqual({ offMinutes: 7, tickets: 2 })
  expect(waitingOf(tickets)).toEqual({ minutes: 22, tickets: 3 })
})
