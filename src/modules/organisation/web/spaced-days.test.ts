import { expect, test } from 'vitest'
import { spacedDays } from './spaced-days.ts'

const days = [
  { day: '2021-01-01', acts: 1 },
  { day: '2025-01-01', acts: 2 },
  { day: '2025-03-01', acts: 1 },
  { day: '2025-07-01', acts: 33 },
  { day: '2026-04-30', acts: 1 },
]
const span = { from: '2021-01-01', to: '2026-11-21' }

test('of days close together the one with most acts is marked', () => {
  const marked = spacedDays(days, { ...span, space: 0.13 }).map(({ day }) => day)
  expect(marked).toEqual(['2021-01-01', '2025-07-01', '2026-04-30'])
})

test('with room for all, all are marked; days outside the span never', () => {
  expect(spacedDays(days, { ...span, space: 0 })).toHaveLength(5)
  expect(spacedDays(days, { ...span, from: '2025-02-01', space: 0 })).toHaveLength(3)
})
