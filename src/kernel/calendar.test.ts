import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayAt, dayOf, daysBetween, isDay, numberFromDay, startOfDay } from './calendar.ts'

const anyDay = fc.integer({ min: -20_000, max: 70_000 }).map((count) => addDays('1970-01-01', count))

test('at six in the morning in Hà Nội it is already today', () => {
  expect(dayAt(new Date('2026-11-20T23:00:00Z'))).toBe('2026-11-21')
  expect(dayAt(new Date('2026-11-20T16:59:59Z'))).toBe('2026-11-20')
})

test('days that do not exist are not days', () => {
  for (const text of [
    '2023-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-1-1',
    '',
    '20230101',
    '1899-12-31',
    '0001-01-01',
    '2200-01-01',
  ]) {
    expect(isDay(text), text).toBe(false)
  }
  expect(isDay('2024-02-29')).toBe(true)
})

test('counting days goes there and back, and agrees with the clock', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (day, count) => {
      const other = addDays(day, count)
      expect(isDay(other)).toBe(true)
      expect(daysBetween(day, other)).toBe(count)
      expect(addDays(other, -count)).toBe(day)
      expect(dayAt(startOfDay(other))).toBe(other)
      expect(dayAt(new Date(startOfDay(other).getTime() - 1))).toBe(addDays(other, -1))
      expect(other > day).toBe(count > 0)
    }),
  )
})

test('a day past the end of its month is the month’s last', () => {
  expect(dayOf(2023, 2, 31)).toBe('2023-02-28')
  expect(dayOf(2024, 2, 31)).toBe('2024-02-29')
  expect(dayOf(2023, 12, 15)).toBe('2023-12-15')
  expect(numberFromDay('1970-01-02')).toBe(1)
})
