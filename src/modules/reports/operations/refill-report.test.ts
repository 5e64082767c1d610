import { afterAll, beforeAll, expect, test } from 'vitest'
import * as indicators from '#modules/indicators/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, done, draft } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('a draft keeps its numbers until it is refilled, and its wording then too', async () => {
  const { reportId } = await draft(api.root, city)
  await done(api.root, contract.updateSection, { reportId, key: 's2.text', text: 'Đạt khá.', version: 0 })
  const fact = { measure: 'vb_di', unitId: city.unitIds.ward1, day: '2023-04-01', value: '100' }
  await done(api.root, indicators.recordFacts, { facts: [fact] })

  const before = await done(api.root, contract.getReport, { reportId })
  expect(JSON.stringify(before.document)).toContain('"text":"6"')
  const { changed, revision } = await done(api.root, contract.refillReport, { reportId, revision: before.revision })
  expect(changed).toBe(1)
  const after = await done(api.root, contract.getReport, { reportId })
  expect(after.revision).toBe(revision)
  expect(JSON.stringify(after.document)).toContain('"text":"106"')
  expect(JSON.stringify(after.document)).toContain('Đạt khá.')
})

test('a refill from an old look at the report is refused', async () => {
  const { reportId } = await draft(api.root, city)
  const { problem } = await api.root.call(contract.refillReport, { reportId, revision: 9 })
  expect(problem).toMatchObject({ status: 409, code: 'reports/changed-meanwhile' })
})
