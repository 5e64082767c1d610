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
  expect((await api.as({ grants: [] }).call(contract.listParkedDeliveries)).status).toBe(403)
  expect((await api.anonymous.call(contract.listParkedDeliveries)).status).toBe(401)
})

test('an installation in health has nothing parked', async () => {
  expect((await api.root.call(contract.listParkedDeliveries)).body).toEqual({ deliveries: [], due: 0, parked: 0 })
})

test('a page has at most 500 rows', async () => {
  expect((await api.root.call(contract.listParkedDeliveries, { limit: 501 })).problem?.errors?.[0]).toMatchObject({
    path: 'limit',
    code: 'platform/too-long',
  })
})
