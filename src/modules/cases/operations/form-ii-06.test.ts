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

test('a quarter in which nothing came in is a form of zeros, and its identities hold', async () => {
  const { body } = await api.root.call(contract.formII06, { unitId: rows.city, period: '2026-Q4' })
  expect(body).toMatchObject({ rows: [], incomplete: false, days: { from: '2026-09-15', to: '2026-12-14' } })
  expect(Object.values(body.total.counts)).toEqual(Array(11).fill(0))
  expect(body.checks.every(({ holds }) => holds)).toBe(true)
})

test('there is no form of a unit that is not there', async () => {
  const { problem } = await api.root.call(contract.formII06, { unitId: newId(), period: '2026-Q1' })
  expect(problem).toMatchObject({ status: 404, code: 'cases/unknown-unit-of-figures' })
})
