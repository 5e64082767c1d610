import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Course, courseAfterHandOn, HAND_ON_CLOCKS } from './handing-on.ts'

const DAY_MS = 86_400_000
const sentAt = (day: number, unitId: string): Course => {
  const from = new Date(Date.UTC(2026, 0, 5) + day * DAY_MS)
  const after = (days: number) => new Date(from.getTime() + days * DAY_MS)
  return {
    countedFrom: from,
    countedUnitId: unitId,
    answerDays: 15,
    dueAt: after(21),
    refuseDays: 2,
    refuseBy: after(2),
  }
}
const anyHandings = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 40 }),
    unitId: fc.constantFrom('a', 'b', 'c'),
    clock: fc.constantFrom(...HAND_ON_CLOCKS),
  }),
  { minLength: 1, maxLength: 8 },
)

test('handed on to whomever and however often, with the moment kept the answer is due when it was', () => {
  fc.assert(
    fc.property(anyHandings, (handings) => {
      const first = sentAt(0, 'a')
      let course = first
      let day = 0
      for (const { after, unitId } of handings) {
        day += after
        course = courseAfterHandOn(course, sentAt(day, unitId), 'kept')
      }
      const { refuseDays: _days, refuseBy, ...answer } = course
      const { refuseDays: _first, refuseBy: _before, ...wanted } = first
      expect(answer).toEqual(wanted)
      expect(refuseBy).toEqual(sentAt(day, 'a').refuseBy)
    }),
  )
})

test('under any rules it is due neither sooner than it was nor later than one that is sent at the last handing on', () => {
  fc.assert(
    fc.property(anyHandings, (handings) => {
      let course = sentAt(0, 'a')
      let day = 0
      for (const { after, unitId, clock } of handings) {
        day += after
        const next = courseAfterHandOn(course, sentAt(day, unitId), clock)
        expect(next.dueAt >= course.dueAt && next.dueAt <= sentAt(day, unitId).dueAt).toBe(true)
        expect(next.refuseBy >= course.refuseBy).toBe(true)
        course = next
      }
    }),
  )
})
