import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, done } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('templates are listed in their latest version, page by page', async () => {
  const { templates } = await done(api.root, contract.listTemplates, { limit: 1 })
  expect(templates).toEqual([
    expect.objectContaining({ templateId: city.templateId, version: 1, periodKind: 'nine-months' }),
  ])
  const { templates: rest } = await done(api.root, contract.listTemplates, { after: city.templateId })
  expect(rest).toEqual([])
})

test('someone without a right to reports is refused', async () => {
  const { problem } = await api.as({ grants: [] }).call(contract.listTemplates)
  expect(problem).toMatchObject({ status: 403 })
})
