import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { type CaseRows, caseRows } from '#testing/case-rows.ts'
import * as contract from '../contract.ts'

let api: TestApi
let rows: CaseRows
beforeAll(async () => {
  api = await testApi()
  rows = await caseRows(api)
})
afterAll(() => api.close())

test('numerator and what is lost make up the denominator; a line about cases has no procedures', async () => {
  const asked = { unitId: rows.city, period: '2026-M03', indicator: '3.2' }
  const count = async (part: 'numerator' | 'lost' | 'denominator') =>
    (await api.root.call(contract.index766Procedures, { ...asked, part })).body.total
  expect((await count('numerator')) + (await count('lost'))).toBe(await count('denominator'))
  const { problem } = await api.root.call(contract.index766Procedures, { ...asked, indicator: '2.1' })
  expect(problem).toMatchObject({ status: 404, code: 'cases/unknown-index' })
})
