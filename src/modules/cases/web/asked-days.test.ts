import { expect, test } from 'vitest'
import { daysOf } from './asked-days.ts'

test('a day of the structure is asked for only when someone chose it', () => {
  const view = {
    unit: { id: 'u' },
    period: '2026-Q4',
    regime: 'cut-off',
    chosenDay: undefined,
  } as const
  expect(daysOf(view)).toEqual({ unitId: 'u', period: '2026-Q4', regime: 'cut-off' })
  expect(daysOf({ ...view, chosenDay: '2025-06-30' })).toMatchObject({ structureDay: '2025-06-30' })
  expect(daysOf({ ...view, unit: null })).toBeNull()
})
