import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whileSeen } from './live-sight.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a page long out of sight lets go; one glanced away from does not; seen again it opens', () => {
  const page = Object.assign(new EventTarget(), { hidden: false }) as unknown as Document
  const told: string[] = []
  whileSeen(page, 1000, { open: () => told.push('open'), close: () => told.push('close') })
  const turn = (hidden: boolean) => {
    Object.assign(page, { hidden })
    page.dispatchEvent(new Event('visibilitychange'))
  }
  turn(true)
  vi.advanceTimersByTime(999)
  turn(false)
  vi.advanceTimersByTime(5000)
  expect(told).toEqual(['open'])
  turn(true)
  vi.advanceTimersByTime(1000)
  expect(told).toEqual(['open', 'close'])
  turn(false)
  expect(told).toEqual(['open', 'close', 'open'])
})
