import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOf, daysBetween } from './calendar.ts'
import cases from './period.cases.json' with { type: 'json' }
import {
  CALENDAR,
  CUT_OFF,
  nextPeriod,
  PERIOD_KINDS,
  type Period,
  type PeriodRegime,
  parsePeriodKey,
  periodContaining,
  periodKey,
  periodLabel,
  periodRange,
  periodsOfYear,
  periodsTiling,
  previousPeriod,
  samePeriodLastYear,
} from './period.ts'

const anyRegime: fc.Arbitrary<PeriodRegime> = fc.oneof(
  fc.constant(CALENDAR),
  fc.integer({ min: 1, max: 27 }).map((lastDay) => ({ kind: 'cut-off', lastDay }) as const),
)
const anyKind = fc.constantFrom(...PERIOD_KINDS)
const anyPeriod = fc
  .tuple(anyKind, fc.integer({ min: 1990, max: 2090 }), fc.nat())
  .map(([kind, year, index]): Period => {
    const all = periodsOfYear(kind, year)
    return all[index % all.length] as Period
  })
const known = (key: string) => parsePeriodKey(key) as Period

test.each(cases.cutOff)('by cut-off, $period is $from to $to', ({ period, from, to }) => {
  expect(periodRange(known(period), CUT_OFF)).toEqual({ from, to })
})

test.each(cases.calendar)('by calendar, $period is $from to $to', ({ period, from, to }) => {
  expect(periodRange(known(period), CALENDAR)).toEqual({ from, to })
})

test.each(cases.labels)('$period is called $vi', ({ period, vi, en }) => {
  expect(periodLabel(known(period), 'vi', CUT_OFF)).toBe(vi)
  expect(periodLabel(known(period), 'en', CUT_OFF)).toBe(en)
})

test.each(cases.notKeys)('"%s" is no period', (key) => {
  expect(parsePeriodKey(key)).toBeNull()
})

test('every way of tiling covers the period, day after day, without gap or overlap', () => {
  fc.assert(
    fc.property(anyPeriod, anyRegime, (period, regime) => {
      const whole = periodRange(period, regime)
      for (const parts of periodsTiling(period)) {
        const ranges = parts.map((part) => periodRange(part, regime))
        expect(ranges[0]?.from).toBe(whole.from)
        expect(ranges.at(-1)?.to).toBe(whole.to)
        ranges.slice(1).forEach((range, index) => expect(range.from).toBe(addDays(ranges[index]?.to ?? '', 1)))
        expect(ranges.reduce((sum, range) => sum + daysBetween(range.from, range.to) + 1, 0)).toBe(
          daysBetween(whole.from, whole.to) + 1,
        )
      }
    }),
  )
})

test('months tile quarters, quarters halves, halves a year; nine months and a quarter make a year too', () => {
  const kinds = (key: string) => periodsTiling(known(key)).map((parts) => parts.map((part) => part.kind))
  expect(kinds('2026-M05')).toEqual([])
  expect(kinds('2026-Q2')).toEqual([['month', 'month', 'month']])
  expect(kinds('2026-H2').map((parts) => parts.length)).toEqual([2, 6])
  expect(kinds('2026-9M')).toEqual([['half', 'quarter'], ['quarter', 'quarter', 'quarter'], Array(9).fill('month')])
  expect(kinds('2026-Y').map((parts) => parts.length)).toEqual([2, 2, 4, 12])
  expect(periodsTiling(known('2026-Q2'))[0]?.map(periodKey)).toEqual(['2026-M04', '2026-M05', '2026-M06'])
})

test('the next period begins the day after this one ends, and has this one before it', () => {
  const contiguous = anyPeriod.filter((period) => period.kind !== 'nine-months')
  fc.assert(
    fc.property(contiguous, anyRegime, (period, regime) => {
      expect(periodRange(nextPeriod(period), regime).from).toBe(addDays(periodRange(period, regime).to, 1))
    }),
  )
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(previousPeriod(nextPeriod(period))).toEqual(period)
    }),
  )
})

test('a key reads back as its period', () => {
  fc.assert(
    fc.property(anyPeriod, (period) => {
      expect(parsePeriodKey(periodKey(period))).toEqual(period)
    }),
  )
  expect(parsePeriodKey('2026-M1')).toEqual({ kind: 'month', year: 2026, number: 1 })
  expect(periodKey(samePeriodLastYear(known('2023-9M')))).toBe('2022-9M')
})

test('every day is in exactly one period of its kind, except the last quarter for nine months', () => {
  const anyDay = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays('2000-01-01', count))
  fc.assert(
    fc.property(anyDay, anyKind, anyRegime, (day, kind, regime) => {
      const period = periodContaining(day, kind, regime)
      if (!period) {
        expect(kind).toBe('nine-months')
        expect(periodContaining(day, 'quarter', regime)?.number).toBe(4)
        return
      }
      const { from, to } = periodRange(period, regime)
      expect(from <= day && day <= to).toBe(true)
    }),
  )
})

test('the 15th of December already belongs to the next year', () => {
  expect(periodContaining('2025-12-15', 'year')).toEqual({ kind: 'year', year: 2026, number: 1 })
  expect(periodContaining(dayOf(2025, 12, 14), 'year')).toEqual({ kind: 'year', year: 2025, number: 1 })
})
