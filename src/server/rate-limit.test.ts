import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#testing/database.ts'
import { takeFromLot, takeToken } from './rate-limit.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('of twenty calls at once under a limit of five a minute, five pass', async () => {
  const calls = await Promise.allSettled(Array.from({ length: 20 }, () => takeToken(database.db, 'someone', 5)))
  expect(calls.filter(({ status }) => status === 'fulfilled').length).toBe(5)
  const refused = calls.find((call) => call.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'platform/too-many-requests', values: { seconds: 12 } })
})

test('another key has a bucket of its own', async () => {
  await expect(takeToken(database.db, 'someone else', 5)).resolves.toBeUndefined()
})

test('calls taken in lots are never more than the limit, however many come at once', async () => {
  const calls = await Promise.allSettled(Array.from({ length: 150 }, () => takeFromLot(database.db, 'busy', 90)))
  expect(calls.filter(({ status }) => status === 'fulfilled').length).toBe(90)
  const refused = calls.find((call) => call.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'platform/too-many-requests' })
})
