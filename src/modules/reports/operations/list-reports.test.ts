import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, done, draft, issue } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

test('reports come newest first, page by page, and are found without marks', async () => {
  const first = await draft(api.root, city)
  const second = await draft(api.root, city)
  const page = await done(api.root, contract.listReports, { limit: 1 })
  expect(page.reports.map(({ reportId }) => reportId)).toEqual([second.reportId])
  const next = await done(api.root, contract.listReports, { after: second.reportId })
  expect(next.reports.map(({ reportId }) => reportId)).toEqual([first.reportId])
  const found = await done(api.root, contract.listReports, { search: '9 thang nam 2023' })
  expect(found.reports).toHaveLength(2)
  expect((await done(api.root, contract.listReports, { search: '100%' })).reports).toEqual([])
})

test('an issued report is found by its number', async () => {
  const { reportId } = await issue(api.root, city)
  const { reports } = await done(api.root, contract.listReports, { search: '01/BC-UBND', status: 'issued' })
  expect(reports.map((one) => one.reportId)).toEqual([reportId])
})

test('another city sees none of them', async () => {
  const stranger = api.as({ grants: [{ permission: 'reports:read', unitId: city.unitIds.other, reach: 'subtree' }] })
  expect((await done(stranger, contract.listReports, {})).reports).toEqual([])
})
