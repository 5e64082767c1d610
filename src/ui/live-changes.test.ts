import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gatherChanges } from './live-changes.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('the first notice is acted on at once, a storm after it once in a while, and the last is never lost', () => {
  const asked: (readonly string[])[] = []
  const changed = gatherChanges((topics) => asked.push(topics) > 0, 500)
  for (let notice = 0; notice < 1000; notice++) {
    changed(['figures'])
    vi.advanceTimersByTime(5)
  }
  changed(['figures', 'units'])
  vi.advanceTimersByTime(500)
  expect(asked[0]).toEqual(['figures'])
  expect(asked.length).toBeGreaterThanOrEqual(10)
  expect(asked.length).toBeLessThanOrEqual(12)
  expect(asked.at(-1)).toEqual(['figures', 'units'])
})

test('while an answer is on its way the notice waits for it', () => {
  let busy = true
  let asked = 0
  const changed = gatherChanges(() => {
    if (!busy) asked++
    return !busy
  }, 500)
  changed(['figures'])
  vi.advanceTimersByTime(1400)
  expect(asked).toBe(0)
  busy = false
  vi.advanceTimersByTime(500)
  expect(asked).toBe(1)
  vi.advanceTimersByTime(5000)
  expect(asked).toBe(1)
})
