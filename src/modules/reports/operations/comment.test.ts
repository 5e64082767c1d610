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

test('a reader of the unit comments on a place of the draft', async () => {
  const { reportId } = await draft(api.root, city)
  const reader = api.as({
    name: 'Bà Đọc',
    grants: [{ permission: 'reports:read', unitId: city.unitIds.city, reach: 'own' }],
  })
  const { body } = await reader.call(contract.comment, { reportId, place: 's1', text: 'Kiểm tra lại số phường 2' })
  expect(body).toMatchObject({ place: 's1', byName: 'Bà Đọc', resolvedAt: null })
  expect((await done(api.root, contract.getReport, { reportId })).comments).toHaveLength(1)
})

test('for a reader of another city the report does not exist', async () => {
  const { reportId } = await draft(api.root, city)
  const stranger = api.as({ grants: [{ permission: 'reports:read', unitId: city.unitIds.other, reach: 'subtree' }] })
  const { problem } = await stranger.call(contract.comment, { reportId, text: 'Xin chào' })
  expect(problem).toMatchObject({ status: 404, code: 'reports/not-found' })
})

test('an issued report takes no comments', async () => {
  const { reportId } = await issue(api.root, city)
  const { problem } = await api.root.call(contract.comment, { reportId, text: 'Muộn rồi' })
  expect(problem).toMatchObject({ status: 409 })
})
