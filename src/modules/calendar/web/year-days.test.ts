import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { dayByKey, daysOfYear, weekdayOf, weeksOfMonth } from './year-days.ts'

const anyYear = fc.integer({ min: 1901, max: 2198 })

test('the months of a year show each of its days once, under its weekday', () => {
  fc.assert(
    fc.property(anyYear, (year) => {
      const weeks = Array.from({ length: 12 }, (_, month) => weeksOfMonth(year, month + 1)).flat()
      expect(weeks.every((week) => week.length === 7)).toBe(true)
      for (const week of weeks)
        for (const [place, day] of week.entries()) if (day !== null) expect(weekdayOf(day)).toBe(place)
      expect(weeks.flat().filter((day) => day !== null)).toEqual(daysOfYear(year))
    }),
  )
})

test('the keys stay within the year, and go back where they came from', () => {
  fc.assert(
    fc.property(
      anyYear,
      fc.nat({ max: 364 }),
      fc.constantFrom('ArrowLeft', 'ArrowUp', 'PageUp', 'Home', 'End'),
      (year, offset, key) => {
        const day = addDays(`${year}-01-01`, offset)
        expect(dayByKey(day, key)?.slice(0, 4)).toBe(String(year))
        const next = dayByKey(day, 'ArrowRight')
        if (next !== day) expect(dayByKey(next ?? '', 'ArrowLeft')).toBe(day)
      },
    ),
  )
  expect(dayByKey('2026-03-31', 'PageUp')).toBe('2026-02-28')
  expect(dayByKey('2026-11-24', 'x')).toBeNull()
})
