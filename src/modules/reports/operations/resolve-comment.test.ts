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

test('a comment that is dealt with carries the name of who did it first', async () => {
  const { reportId } = await draft(api.root, city)
  const { commentId } = await done(api.root, contract.comment, { reportId, text: 'Sửa số' })
  const first = api.as({ name: 'Ông Sửa', grants: [{ permission: 'reports:write', unitId: null, reach: 'subtree' }] })
  await done(first, contract.resolveComment, { reportId, commentId })
  const again = await done(api.root, contract.resolveComment, { reportId, commentId })
  expect(again.resolvedByName).toBe('Ông Sửa')
})

test('a comment of another report is not found', async () => {
  const mine = await draft(api.root, city)
  const other = await draft(api.root, city)
  const { commentId } = await done(api.root, contract.comment, { reportId: mine.reportId, text: 'Sửa số' })
  const { problem } = await api.root.call(contract.resolveComment, { reportId: other.reportId, commentId })
  expect(problem).toMatchObject({ status: 404 })
})
