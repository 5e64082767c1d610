import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIGURE_CODES } from '../domain/measures.ts'
import { FIGURE_COLUMNS, partsOf, valueOf } from './figure-columns.ts'

const columnOf = (key: string) => {
  const column = FIGURE_COLUMNS.find((one) => one.key === key)
  if (!column) throw new Error(`There is no column ${key}.`)
  return column
}

test('a ratio is two sums, and says nothing where there is nothing to divide by', () => {
  const counts = { queue_served: 8, queue_within_goal: 6, queue_waited_minutes: 100, appointments_kept: 3 }
  expect(valueOf(columnOf('within'), counts)).toBe(75)
  expect(valueOf(columnOf('meanWait'), counts)).toBe(12.5)
  expect(valueOf(columnOf('keptShare'), counts)).toBe(100)
  expect(valueOf(columnOf('meanStars'), counts)).toBeNull()
})

test('the numbers of rows add up to those of the total, in every column', () => {
  const row = fc.dictionary(fc.constantFrom(...FIGURE_CODES), fc.nat(1000), { maxKeys: FIGURE_CODES.length })
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      const total: Record<string, number> = {}
      for (const one of rows) for (const [code, value] of Object.entries(one)) total[code] = (total[code] ?? 0) + value
      for (const column of FIGURE_COLUMNS) {
        const [top, bottom] = partsOf(column, total)
        const parts = rows.map((one) => partsOf(column, one))
        expect(parts.reduce((sum, [part]) => sum + part, 0)).toBe(top)
        expect(parts.reduce((sum, [, part]) => sum + (part ?? 0), 0)).toBe(bottom ?? 0)
      }
    }),
  )
})
