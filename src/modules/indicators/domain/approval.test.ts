import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOpen, moveOf, SHEET_ACTS, statusOf } from './approval.ts'

test('a ward submits, the city approves, the province approves', () => {
  const levels = 2
  expect(moveOf('submit', { stage: 0, returned: false, levels })).toEqual({ stage: 1, returned: false, by: 0 })
  expect(moveOf('approve', { stage: 1, returned: false, levels })).toEqual({ stage: 2, returned: false, by: 1 })
  expect(moveOf('approve', { stage: 2, returned: false, levels })).toEqual({ stage: 3, returned: false, by: 2 })
  expect(statusOf({ stage: 3, returned: false, levels })).toBe('final')
  expect(moveOf('reopen', { stage: 3, returned: false, levels })).toEqual({ stage: 0, returned: true, by: 2 })
})

test('whatever is done, the stage stays in its bounds, and only the unit itself acts on what is open', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.array(fc.constantFrom(...SHEET_ACTS), { maxLength: 30 }),
      (levels, acts) => {
        let standing = { stage: 0, returned: false, levels }
        for (const act of acts) {
          const move = moveOf(act, standing)
          if (!move) continue
          if (isOpen(standing)) expect(move).toMatchObject({ by: 0, stage: 1 })
          standing = { ...standing, stage: move.stage, returned: move.returned }
          expect(standing.stage).toBeGreaterThanOrEqual(0)
          expect(standing.stage).toBeLessThanOrEqual(levels + 1)
        }
      },
    ),
  )
})
