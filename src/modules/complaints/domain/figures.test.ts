import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPLAINT_STATES, OUTCOMES, TOPICS } from './complaint.ts'
import { type Counted, countsOf, FIGURES } from './figures.ts'

const filedAt = new Date('2026-06-01T02:00:00Z')
const anyComplaint: fc.Arbitrary<Counted> = fc
  .record({
    topic: fc.constantFrom(...TOPICS),
    state: fc.constantFrom(...COMPLAINT_STATES),
    outcome: fc.constantFrom(...OUTCOMES),
    hours: fc.integer({ min: 1, max: 1000 }),
    due: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ topic, state, outcome, hours, due }) => ({
    topic,
    state,
    outcome: state === 'answered' ? outcome : null,
    filedAt,
    dueAt: new Date(filedAt.getTime() + due * 3_600_000),
    answeredAt: state === 'open' ? null : new Date(filedAt.getTime() + hours * 3_600_000),
  }))
const codes = (one: Counted) => countsOf(one).map(({ measure }) => measure.slice('complaints_'.length))

test('a complaint counts as received once, and as ended once it is: answered in time, answered late or refused', () => {
  fc.assert(
    fc.property(anyComplaint, (one) => {
      const counted = codes(one)
      expect(new Set(counted).size).toBe(counted.length)
      expect(counted).toContain('received')
      expect(counted.includes('ended')).toBe(one.state !== 'open')
      const ends = counted.filter((code) => ['answered_in_time', 'answered_late', 'refused'].includes(code))
      expect(ends).toHaveLength(one.state === 'open' ? 0 : 1)
      expect(counted.includes('answered')).toBe(one.state === 'answered')
      if (counted.includes('ended_in_time')) expect(counted).toContain('ended')
      if (counted.includes('found_right')) expect(counted).toContain('answered')
    }),
  )
})

test('what is received counts on the day it came, what is ended on the day of its end', () => {
  const one = { topic: 'conduct', state: 'answered', outcome: 'right', filedAt, dueAt: filedAt } as const
  // In the office it is the next day already.
  const answeredAt = new Date('2026-06-01T17:30:00Z')
  const days = new Map(countsOf({ ...one, answeredAt }).map(({ measure, day }) => [measure, day]))
  expect(days.get('complaints_received')).toBe('2026-06-01')
  expect(days.get('complaints_answered_late')).toBe('2026-06-02')
  expect(FIGURES.map(({ code }) => code)).toEqual([...new Set(FIGURES.map(({ code }) => code))])
})
