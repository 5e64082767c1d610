import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PERIOD_KINDS, type Period, parsePeriodKey, periodKey, periodRange, periodsOfYear } from '#kernel/period.ts'
import { inKind, periodChoices, periodsUpTo } from './period-choice.ts'

const period = (key: string) => parsePeriodKey(key) as Period
const anyKey = fc
  .tuple(fc.constantFrom(...PERIOD_KINDS), fc.integer({ min: 2000, max: 2090 }), fc.nat())
  .map(([kind, year, place]) => {
    const all = periodsOfYear(kind, year)
    return periodKey(all[place % all.length] as Period)
  })

test('offers what has begun, in the order of time', () => {
  expect(periodChoices('quarter', 2026, '2026-11-21', 'vi').map(({ key }) => key)).toEqual([
    '2026-Q1',
    '2026-Q2',
    '2026-Q3',
    '2026-Q4',
  ])
  expect(periodChoices('year', 2025, '2026-12-15', 'vi').map(({ key }) => key)).toEqual(['2025-Y', '2026-Y', '2027-Y'])
  expect(periodChoices('nine-months', 2023, '2023-11-21', 'en')).toEqual([
    { key: '2023-9M', label: 'First nine months of 2023', range: '15/12/2022–14/9/2023' },
  ])
})

test('changing the kind keeps the last day', () => {
  expect(inKind('2023-9M', 'quarter')).toBe('2023-Q3')
  expect(inKind('2023-Y', 'nine-months')).toBe('2023-9M')
  fc.assert(
    fc.property(anyKey, fc.constantFrom(...PERIOD_KINDS), (key, kind) => {
      const there = period(inKind(key, kind))
      expect(there.kind).toBe(kind)
      const { to } = periodRange(period(key))
      if (kind !== 'nine-months') expect(periodRange(there).from <= to && to <= periodRange(there).to).toBe(true)
      expect(there.year).toBe(period(key).year)
    }),
  )
})

test('the periods up to one follow each other and end with it', () => {
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
