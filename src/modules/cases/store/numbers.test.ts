import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '#server/actor.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestDatabase, testDatabase } from '#testing/database.ts'
import { takeNumber } from './cases.ts'
import { leaveOutNumber } from './national.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

let units = 0

test('numbers go up one by one and leave out only what cases from elsewhere bear', async () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.constant('take' as const) },
    { weight: 1, arbitrary: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(9999)) },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const unit = `T${units++}.01`
      const [given, elsewhere] = [new Set<number>(), new Set<number>()]
      await database.db.transaction().execute(async (tx) => {
        await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
        for (const one of steps) {
          if (one === 'take') {
            let expected = 1
            while (given.has(expected) || elsewhere.has(expected)) expected++
            expect(await takeNumber(tx, unit, '2026-11-30')).toBe(expected)
            given.add(expected)
          } else if (!given.has(one) && !elsewhere.has(one)) {
            await leaveOutNumber(tx, unit, '2026-11-30', one)
            elsewhere.add(one)
          }
        }
      })
    }),
    { numRuns: 60 },
  )
})
