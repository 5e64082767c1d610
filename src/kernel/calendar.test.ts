import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayAt,
  dayOf,
  daysBetween,
  englishDay,
  formatDay,
  formatMoment,
  isDay,
  numberFromDay,
  officeClock,
  officialDay,
  officialDayInWords,
  startOfDay,
} from './calendar.ts'

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

test('days and moments are shown as in Vietnam, moments in office time', () => {
  expect(formatDay('2025-07-01')).toBe('01/07/2025')
  expect(formatMoment('2026-11-20T17:30:00Z')).toBe('21/11/2026 00:30')
  expect(officeClock(new Date('2026-11-20T17:30:09Z'))).toBe('2026-11-21T00:30:09')
})

test('documents write days below 10 and the months 1 and 2 with a leading zero, others without', () => {
  expect(officialDay('2023-09-05')).toBe('05/9/2023')
  expect(officialDay('2023-02-15')).toBe('15/02/2023')
  expect(officialDayInWords('2023-02-05')).toBe('ngày 05 tháng 02 năm 2023')
  expect(officialDayInWords('2023-10-15')).toBe('ngày 15 tháng 10 năm 2023')
  expect(englishDay('2023-10-05')).toBe('5 October 2023')
})

test('the clock of an office is the one of Hà Nội', () => {
  const hanoi = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  const since1976 = fc.date({ min: new Date('1976-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  fc.assert(fc.property(since1976, (at) => officeClock(at) === hanoi.format(at).replace(' ', 'T')))
})
