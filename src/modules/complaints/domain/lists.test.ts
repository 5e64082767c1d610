import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COMPLAINT_STATES } from './complaint.ts'
import { COMPLAINT_LISTS, isInList } from './lists.ts'

test('every complaint stands in exactly one of open, answered and refused, and in all; what is due soon is not overdue', () => {
  const now = new Date('2026-12-01T02:00:00Z')
  const moments = { now, endOfSoon: new Date('2026-12-03T17:00:00Z') }
  const anyDue = fc.integer({ min: -200, max: 200 }).map((hours) => new Date(now.getTime() + hours * 3_600_000))
  fc.assert(
    fc.property(fc.constantFrom(...COMPLAINT_STATES), anyDue, (state, dueAt) => {
      const lists = COMPLAINT_LISTS.filter((list) => isInList(list, { state, dueAt }, moments))
      expect(lists).toContain('all')
      expect(lists.filter((list) => list === 'open' || list === 'answered' || list === 'refused')).toHaveLength(1)
      expect(lists.includes('due-soon') && lists.includes('overdue')).toBe(false)
      expect(lists.includes('overdue')).toBe(state === 'open' && dueAt < now)
    }),
  )
})
