import { expect, test } from 'vitest'
import { lastClosedPeriod, lastDayOf } from './periods.ts'

test('the last closed period is the one before the one that runs', () => {
  expect(lastClosedPeriod('month', '2026-11-21', 'cut-off')).toEqual({ kind: 'month', year: 2026, number: 11 })
  expect(lastClosedPeriod('month', '2026-11-21', 'calendar')).toEqual({ kind: 'month', year: 2026, number: 10 })
  expect(lastClosedPeriod('nine-months', '2026-11-21', 'cut-off')).toEqual({
    kind: 'nine-months',
    year: 2026,
    number: 1,
  })
  expect(lastClosedPeriod('nine-months', '2026-05-01', 'cut-off').year).toBe(2025)
})

test('units are looked up on the last day of the period', () => {
  expect(lastDayOf('2023-9M', 'cut-off')).toBe('2023-09-14')
  expect(lastDayOf('2023-9M', 'calendar')).toBe('2023-09-30')
  expect(lastDayOf('never', 'cut-off')).toBeNull()
})
