import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  CALENDAR,
  CUT_OFF,
  PERIOD_KINDS,
  type Period,
  parsePeriodKey,
  periodKey,
  periodRange,
  periodsOfYear,
} from './period.ts'
import { periodChoices, periodInKind, periodsUpTo } from './period-choices.ts'

const period = (key: string) => parsePeriodKey(key) as Period
const anyKey = fc
  .tuple(fc.constantFrom(...PERIOD_KINDS), fc.integer({ min: 2000, max: 2090 }), fc.nat())
  .map(([kind, year, place]) => {
    const all = periodsOfYear(kind, year)
    return periodKey(all[place % all.length] as Period)
  })

test('offers what has begun, in the order of time', () => {
  const keys = (...asked: Parameters<typeof periodChoices>) => periodChoices(...asked).map(({ key }) => key)
  const today = '2026-11-21'
  expect(keys('quarter', { fromYear: 2026, today, language: 'vi' })).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
  ])
  expect(keys('year', { fromYear: 2025, today: '2026-12-15', language: 'vi' })).toEqual(['2025-Y', '2026-Y', '2027-Y'])
  expect(keys('year', { fromYear: 2028, today, language: 'vi' })).toEqual([])
  expect(periodChoices('nine-months', { fromYear: 2023, today: '2023-11-21', language: 'en' })).toEqual([
    { key: '2023-9M', label: 'First nine months of 2023', range: '15/12/2022–14/9/2023' },
  ])
  const months = periodChoices('month', { fromYear: 2026, today, language: 'vi', regime: CALENDAR })
  expect(months[0]).toEqual({ key: '2026-M01', label: 'Tháng 1 năm 2026', range: '01/01/2026–31/01/2026' })
  expect(months.at(-1)?.key).toBe('2026-M11')
})

test('changing the kind keeps the last day', () => {
  expect(periodInKind('2023-9M', 'quarter')).toBe('2023-Q3')
  expect(periodInKind('2023-9M', 'month')).toBe('2023-M09')
  expect(periodInKind('2023-Y', 'nine-months')).toBe('2023-9M')
  expect(periodInKind('2023-Q4', 'nine-months')).toBe('2023-9M')
  fc.assert(
    fc.property(anyKey, fc.constantFrom(...PERIOD_KINDS), fc.constantFrom(CUT_OFF, CALENDAR), (key, kind, regime) => {
      const there = period(periodInKind(key, kind, regime))
      expect(there.kind).toBe(kind)
      const { to } = periodRange(period(key), regime)
      const days = periodRange(there, regime)
      if (kind !== 'nine-months') expect(days.from <= to && to <= days.to).toBe(true)
      expect(there.year).toBe(period(key).year)
    }),
  )
})

test('the periods up to one follow each other and end with it', () => {
  expect(periodsUpTo('2026-M02', 4)).toEqual(['2025-M11', '2025-M12', '2026-M01', '2026-M02'])
  expect(periodsUpTo('x', 3)).toEqual([])
  fc.assert(
    fc.property(anyKey, fc.integer({ min: 1, max: 20 }), (key, count) => {
      const keys = periodsUpTo(key, count)
      expect(keys).toHaveLength(count)
      expect(keys.at(-1)).toBe(key)
      const ends = keys.map((each) => periodRange(period(each)).to)
      expect(ends.toSorted()).toEqual(ends)
    }),
  )
})
