import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

test('there is no audit of a report that is not there', async () => {
  const { problem } = await api.root.call(contract.getReportAudit, { reportId: newId() })
  expect(problem).toMatchObject({ status: 404, code: 'reports/not-found' })
  expect((await api.anonymous.call(contract.getReportAudit, { reportId: newId() })).status).toBe(401)
})
