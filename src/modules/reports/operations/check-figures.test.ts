import { afterAll, beforeAll, expect, test } from 'vitest'
import * as indicators from '#modules/indicators/contract.ts'
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

test('a draft knows at once which of its figures have moved on, and an issued report never moves', async () => {
  const issued = await issue(api.root, city)
  const { reportId } = await draft(api.root, city)
  expect((await done(api.root, contract.checkFigures, { reportId })).changed).toEqual([])
  const fact = { measure: 'vb_di', unitId: city.unitIds.ward3, day: '2023-05-01', value: '7' }
  await done(api.root, indicators.recordFacts, { facts: [fact] })
  const { changed } = await done(api.root, contract.checkFigures, { reportId })
  expect(changed.map(({ unitName }) => unitName)).toEqual(['Phường 10'])
  expect((await done(api.root, contract.checkFigures, { reportId: issued.reportId })).changed).toEqual([])
})
