import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, done, draft, issue } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('the seal of an issued report is computed again and holds', async () => {
  const { reportId, seal } = await issue(api.root, city)
  expect(await done(api.root, contract.verifyReport, { reportId })).toMatchObject({
    seal,
    computed: seal,
    intact: true,
  })
})

test('a draft has no seal', async () => {
  const { reportId } = await draft(api.root, city)
  expect((await api.root.call(contract.verifyReport, { reportId })).problem).toMatchObject({ status: 409 })
})
