import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { administration } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [administration] })
})
afterAll(() => api.close())

test('is refused without the permission', async () => {
  expect((await api.as({ grants: [] }).call(contract.platformStatus)).status).toBe(403)
})

test('tells the database, the migrations and each schedule, and shows one that cannot fire', async () => {
  await sql`insert into platform.schedule (name, every_seconds, next_at) values ('dead.rule', 60, now() - interval '1 day')`.execute(
    api.db,
  )
  const { body } = await api.root.call(contract.platformStatus)
  expect(Number(body.database.version.split('.')[0])).toBeGreaterThanOrEqual(15)
  expect(body.database.bytes).toBeGreaterThan(1_000_000)
  expect(body.migrations.count).toBeGreaterThan(0)
  expect(body.schedules).toMatchObject([{ name: 'dead.rule', state: 'late', lastAt: null }])
})
