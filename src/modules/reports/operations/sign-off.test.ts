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

test('a submitted report is signed by someone who may sign', async () => {
  const { reportId } = await draft(api.root, city)
  const { revision } = await done(api.root, contract.submitForSignature, { reportId, revision: 1, withGaps: true })
  const writer = api.as({ grants: [{ permission: 'reports:write', unitId: null, reach: 'subtree' }] })
  expect((await writer.call(contract.signOff, { reportId, revision })).problem).toMatchObject({ status: 403 })
  const signer = api.as({
    name: 'Phó Chủ tịch',
    grants: [{ permission: 'reports:sign', unitId: city.unitIds.city, reach: 'own' }],
  })
  expect((await done(signer, contract.signOff, { reportId, revision })).status).toBe('signed')
  const { steps } = await done(api.root, contract.getReport, { reportId })
  expect(steps.map(({ step, byName }) => `${step} ${byName}`).at(-1)).toBe('sign Phó Chủ tịch')
})

test('a draft cannot be signed', async () => {
  const { reportId } = await draft(api.root, city)
  const { problem } = await api.root.call(contract.signOff, { reportId, revision: 1 })
  expect(problem).toMatchObject({ status: 409, code: 'reports/step-not-possible' })
})
