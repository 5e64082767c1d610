import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latestLookDue, reviewDueAt } from './review.ts'

test('six months after a look on 21 May, an account is due on 21 November', () => {
  expect(reviewDueAt(new Date('2026-05-21T08:00:00Z'), 6)).toEqual(new Date('2026-11-20T17:00:00Z'))
  expect(reviewDueAt(new Date('2026-08-31T08:00:00Z'), 6)).toEqual(new Date('2027-02-27T17:00:00Z'))
})

test('an account is on the list exactly when its day has come', () => {
  const anyMoment = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(
      anyMoment,
      fc.integer({ min: 0, max: 400 * 86_400 }),
      fc.integer({ min: 1, max: 6 }),
      (look, later, months) => {
        const now = new Date(look.getTime() + later * 1000)
        expect(look <= latestLookDue(now, months)).toBe(reviewDueAt(look, months) <= now)
      },
    ),
  )
})
