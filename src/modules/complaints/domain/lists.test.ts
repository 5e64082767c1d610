import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPLAINT_STATES } from './complaint.ts'
import { COMPLAINT_LISTS, isInList } from './lists.ts'

test('every complaint stands in exactly one of open, answered and refused, and in all; what is due soon is not overdue, what stands still neither', () => {
  const now = new Date('2026-12-01T02:00:00Z')
  const asked = { now, endOfSoon: new Date('2026-12-03T17:00:00Z'), accountId: 'me' }
  const anyDue = fc.integer({ min: -200, max: 200 }).map((hours) => new Date(now.getTime() + hours * 3_600_000))
  fc.assert(
    fc.property(
      fc.constantFrom(...COMPLAINT_STATES),
      anyDue,
      fc.constantFrom('me', 'other', null),
      fc.constantFrom('running', 'paused', null),
      (state, dueAt, assigneeId, clock) => {
        const isAsked = state === 'open' && clock !== null
        const [askedAt, pausedAt] = [isAsked ? now : null, isAsked && clock === 'paused' ? now : null]
        const lists = COMPLAINT_LISTS.filter((list) =>
          isInList(list, { state, dueAt, assigneeId, askedAt, pausedAt }, asked),
        )
        expect(lists).toContain('all')
        expect(lists.filter((list) => list === 'open' || list === 'answered' || list === 'refused')).toHaveLength(1)
        expect(lists.includes('due-soon') && lists.includes('overdue')).toBe(false)
        expect(lists.includes('mine')).toBe(state === 'open' && assigneeId === 'me')
        expect(lists.includes('overdue')).toBe(state === 'open' && dueAt < now && pausedAt === null)
        expect(lists.includes('waiting')).toBe(isAsked)
      },
    ),
  )
})
