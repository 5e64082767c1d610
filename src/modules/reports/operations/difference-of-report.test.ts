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

test('nothing differs on the day of issue; a later correction is named with old, new, place and reason', async () => {
  const { reportId } = await issue(api.root, city)
  const same = await done(api.root, contract.differenceOfReport, { reportId })
  expect(same.differences).toEqual([])
  expect(same.comparedFigures).toBeGreaterThan(10)

  const { subjects } = await done(api.root, indicators.listSubjects, {
    item: { kind: 'measure', code: 'vb_di' },
    unitId: city.unitIds.ward2,
    period: '2023-9M',
  })
  const factId = subjects[0]?.factId
  await done(api.root, indicators.correctFact, { factId, value: '22', reason: 'Đếm sót văn bản' })
  const { differences } = await done(api.root, contract.differenceOfReport, { reportId })
  expect(differences).toHaveLength(1)
  expect(differences[0]).toMatchObject({
    unitName: 'Phường 2',
    sections: ['1. Văn bản'],
    before: { value: 2 },
    after: { value: 22 },
  })
  expect(differences[0]?.reasons.map(({ reason }) => reason)).toContain('Đếm sót văn bản')
})

test('a draft has no snapshot to compare with', async () => {
  const { reportId } = await draft(api.root, city)
  const { problem } = await api.root.call(contract.differenceOfReport, { reportId })
  expect(problem).toMatchObject({ status: 409, code: 'reports/not-issued' })
})
