import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
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

test('a cell of zero opens to nothing, and there is none of a unit that is not there', async () => {
  const cell = { unitId: rows.city, period: '2026-Q4', column: '13' as const }
  const { body } = await api.root.call(contract.formII06Cases, cell)
  expect(body).toEqual({ rows: [], total: 0, masked: 0, next: null })
  const { problem } = await api.root.call(contract.formII06Cases, { ...cell, unitId: newId() })
  expect(problem).toMatchObject({ status: 404, code: 'cases/unknown-unit-of-figures' })
})
