import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('a returned report can be written again, and says why it came back', async () => {
  const { reportId } = await draft(api.root, city)
  const { revision } = await done(api.root, contract.submitForSignature, { reportId, revision: 1, withGaps: true })
  const { status } = await done(api.root, contract.returnReport, { reportId, revision, reason: 'Thiếu mục 2' })
  expect(status).toBe('drafting')
  await done(api.root, contract.updateSection, { reportId, key: 's2.text', text: 'Đã bổ sung.', version: 0 })
  const { steps } = await done(api.root, contract.getReport, { reportId })
  expect(steps.at(-1)).toMatchObject({ step: 'return', note: 'Thiếu mục 2' })
})

test('a return without a reason is refused', async () => {
  const { reportId } = await draft(api.root, city)
  const { problem } = await api.root.call(contract.returnReport, { reportId, revision: 1, reason: ' ' })
  expect(problem).toMatchObject({ status: 400 })
})
