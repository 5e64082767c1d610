import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, smallTemplate } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

const preview = (body = smallTemplate()) =>
  api.root.call(contract.previewTemplate, { body, unitId: city.unitIds.city, period: '2023-9M' })

test('an unsaved template is shown with real figures and leaves nothing behind', async () => {
  const { body } = await preview({ ...smallTemplate(), closing: 'Tổng: {{measure:vb_di | reach=subtree}}.' })
  expect(
    body.document.closing
      .flat()
      .map(({ text }) => text)
      .join(''),
  ).toBe('Tổng: 41.')
  const { body: list } = await api.root.call(contract.listReports)
  expect(list.reports).toEqual([])
})

test('a template with faults is refused', async () => {
  const { problem } = await preview({ ...smallTemplate(), closing: '{{period' })
  expect(problem).toMatchObject({ status: 400, code: 'reports/template-has-faults' })
})
