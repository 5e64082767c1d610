import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterFailure, type Guard, isLocked, NO_FAILURES } from './lockout.ts'

const HOUR = 3_600_000
const RULES = { failuresBeforeLock: 5, lockMs: 12 * HOUR }
const START = Date.parse('2026-11-21T01:00:00Z')

test('the fifth failure locks the name for twelve hours', () => {
  let guard: Guard = NO_FAILURES
  for (let attempt = 0; attempt < 4; attempt++) guard = afterFailure(guard, new Date(START + attempt), RULES)
  expect(isLocked(guard, new Date(START + 4))).toBe(false)
  guard = afterFailure(guard, new Date(START + 4), RULES)
  expect(isLocked(guard, new Date(START + 4 + 12 * HOUR - 1))).toBe(true)
  expect(isLocked(guard, new Date(START + 4 + 12 * HOUR))).toBe(false)
})

/** The model: the plain list of what happened, read back from the end. */
type Step = { readonly waitMs: number; readonly outcome: 'failure' | 'success' }
const anySteps = fc.array(
  fc.record({
    waitMs: fc.oneof(fc.integer({ min: 0, max: HOUR }), fc.integer({ min: 0, max: 30 * HOUR })),
    outcome: fc.constantFrom<Step['outcome']>('failure', 'failure', 'failure', 'success'),
  }),
  { maxLength: 60 },
)

test('against a model: between two successes no more than five wrong guesses are ever looked at within twelve hours', () => {
  fc.assert(
    fc.property(anySteps, (steps) => {
      let guard: Guard = NO_FAILURES
      let now = START
      let tried: number[] = []
      for (const step of steps) {
        now += step.waitMs
        if (isLocked(guard, new Date(now))) continue
        if (step.outcome === 'success') {
          guard = NO_FAILURES
          tried = []
          continue
        }
        guard = afterFailure(guard, new Date(now), RULES)
        tried = [...tried.filter((at) => now - at < RULES.lockMs), now]
        expect(tried.length).toBeLessThanOrEqual(RULES.failuresBeforeLock)
        expect(guard.failures).toBeLessThanOrEqual(RULES.failuresBeforeLock)
      }
    }),
    { numRuns: 500 },
  )
})

test('attempts on a locked name do not prolong the lock, and it always ends', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 * HOUR - 1 }), { maxLength: 20 }), (waits) => {
      let guard: Guard = { failures: 5, lastFailureAt: new Date(START), lockedUntil: new Date(START + RULES.lockMs) }
      for (const wait of waits) guard = afterFailure(guard, new Date(START + wait), RULES)
      expect(guard.lockedUntil).toEqual(new Date(START + RULES.lockMs))
      expect(isLocked(guard, new Date(START + RULES.lockMs))).toBe(false)
    }),
  )
})
