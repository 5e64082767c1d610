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

test('a report is one document with its figures, steps and comments', async () => {
  const { reportId } = await draft(api.root, city)
  const report = await done(api.root, contract.getReport, { reportId })
  expect(report).toMatchObject({
    status: 'drafting',
    unitName: 'Thành phố Vũng Tàu',
    seal: null,
    templateCode: 'bao-cao-9-thang',
  })
  expect(report.document.demonstration).toBe(true)
  const printed = JSON.stringify(report.document.sections).match(/"figure":"([^"]+)"/g) ?? []
  expect(printed.length).toBeGreaterThan(5)
  for (const one of printed) expect(report.document.figures).toHaveProperty([one.slice(10, -1)])
})

test('another city is told that it does not exist', async () => {
  const { reportId } = await draft(api.root, city)
  const stranger = api.as({ grants: [{ permission: 'reports:read', unitId: city.unitIds.other, reach: 'subtree' }] })
  expect((await stranger.call(contract.getReport, { reportId })).problem).toMatchObject({
    status: 404,
    code: 'reports/not-found',
  })
})
