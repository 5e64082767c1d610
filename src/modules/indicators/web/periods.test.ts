import { expect, test } from 'vitest'
import { daysUntil, lastClosedPeriod, lastDayOf, periodInKind, periodOptions, periodsUpTo } from './periods.ts'

const options = { from: 2023, today: '2026-11-21', regime: 'cut-off', language: 'vi' } as const

test('the periods to choose from end with the one that runs, and say their days', () => {
  const months = periodOptions('month', options)
  expect(months[0]).toEqual({ key: '2023-M01', label: 'Tháng 1 năm 2023', range: '15/12/2022–14/01/2023' })
  expect(months.at(-1)).toMatchObject({ key: '2026-M12', range: '15/11/2026–14/12/2026' })
  expect(periodOptions('nine-months', options).map(({ key }) => key)).toEqual([
    '2023-9M',
    '2024-9M',
    '2025-9M',
    '2026-9M',
  ])
})

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

test('changing the kind keeps the time', () => {
  expect(periodInKind('2023-9M', 'month', 'cut-off')).toBe('2023-M09')
  expect(periodInKind('2023-M11', 'nine-months', 'cut-off')).toBe('2023-9M')
  expect(periodInKind('2023-9M', 'year', 'cut-off')).toBe('2023-Y')
})

test('a row of periods ends with the one asked', () => {
  expect(periodsUpTo('2026-M02', 4)).toEqual(['2025-M11', '2025-M12', '2026-M01', '2026-M02'])
  expect(periodsUpTo('2023-9M', 2)).toEqual(['2022-9M', '2023-9M'])
  expect(periodsUpTo('x', 3)).toEqual([])
})

test('units are looked up on the last day of the period', () => {
  expect(lastDayOf('2023-9M', 'cut-off')).toBe('2023-09-14')
  expect(lastDayOf('2023-9M', 'calendar')).toBe('2023-09-30')
  expect(lastDayOf('never', 'cut-off')).toBeNull()
})

test('days to go and days gone by', () => {
  expect(daysUntil('2026-11-24', '2026-11-21')).toBe(3)
  expect(daysUntil('2026-11-17', '2026-11-21')).toBe(-4)
})
