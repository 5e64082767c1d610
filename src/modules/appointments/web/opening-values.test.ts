import { expect, test } from 'vitest'
import { Opening } from '../domain/opening.ts'
import { openingOf, startValues } from './opening-values.ts'

test('what holds comes out of the form as it went in, and a fresh form can be sent as it is', () => {
  const fresh = Opening.parse(openingOf(startValues(null, '2026-12-01')))
  const own = Opening.parse({
    ...fresh,
    windows: [{ from: '07:30', to: '11:00' }],
    procedures: ['1.001193'],
    weekdays: [2, 4],
  })
  expect(openingOf(startValues(own, '2026-12-01'))).toEqual(own)
  expect(openingOf({ ...startValues(own, '2026-12-01'), close: true })).toBeNull()
})

test('hours are read as people type them', () => {
  const typed = { ...startValues(null, '2026-12-01'), windows: '07:30 - 11:00;13:30–16:30', procedures: '1.1, 1.2\n' }
  expect(openingOf(typed)).toMatchObject({
    windows: [
      { from: '07:30', to: '11:00' },
      { from: '13:30', to: '16:30' },
    ],
    procedures: ['1.1', '1.2'],
  })
})
