import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, done, smallTemplate } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('a template is read back as it was saved, with its versions', async () => {
  const read = await done(api.root, contract.getTemplate, { templateId: city.templateId })
  expect(read.body).toEqual(smallTemplate())
  expect(read.versions.map(({ version }) => version)).toEqual([1])
})

test('a version that never was is not found', async () => {
  const { problem } = await api.root.call(contract.getTemplate, { templateId: city.templateId, version: 7 })
  expect(problem).toMatchObject({ status: 404, code: 'reports/template-not-found' })
})
