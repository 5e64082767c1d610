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

test('a report with gaps is submitted knowingly or not at all', async () => {
  const { reportId, missingCount } = await draft(api.root, city)
  const { problem } = await api.root.call(contract.submitForSignature, { reportId, revision: 1 })
  expect(problem).toMatchObject({ status: 422, code: 'reports/still-missing', values: { count: missingCount } })
  const { status } = await done(api.root, contract.submitForSignature, { reportId, revision: 1, withGaps: true })
  expect(status).toBe('submitted')
})

test('open comments hold a report back', async () => {
  const { reportId } = await draft(api.root, city)
  await done(api.root, contract.comment, { reportId, text: 'Chưa xong' })
  const { problem } = await api.root.call(contract.submitForSignature, { reportId, revision: 1, withGaps: true })
  expect(problem).toMatchObject({ status: 422, code: 'reports/open-comments' })
})

test('what lies with the signer can no longer be written', async () => {
  const { reportId } = await draft(api.root, city)
  await done(api.root, contract.submitForSignature, { reportId, revision: 1, withGaps: true })
  const { problem } = await api.root.call(contract.updateSection, {
    reportId,
    key: 's2.text',
    text: 'Thêm',
    version: 0,
  })
  expect(problem).toMatchObject({ status: 409, code: 'reports/not-editable' })
})
