import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildCity, type City, done, smallTemplate } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

const save = (body = smallTemplate(), basedOn = 1) =>
  api.root.call(contract.saveTemplate, { code: 'bao-cao-9-thang', name: 'Báo cáo 9 tháng', body, basedOn })

test('a change makes a new version, says what changed, and leaves the old one as it was', async () => {
  const body = { ...smallTemplate(), closing: 'Hết./.' }
  const { body: saved } = await save(body)
  expect(saved).toEqual({
    templateId: city.templateId,
    version: 2,
    changes: [{ change: 'changed', place: 'closing', title: 'closing' }],
  })
  const old = await done(api.root, contract.getTemplate, { templateId: city.templateId, version: 1 })
  expect(old.body).toEqual(smallTemplate())
})

test('two editors do not overwrite each other', async () => {
  const { problem } = await save(smallTemplate(), 0)
  expect(problem).toMatchObject({ status: 409, code: 'reports/template-changed' })
})

test('a template with a placeholder nobody understands is refused, naming it', async () => {
  const { problem } = await save(
    { ...smallTemplate(), closing: 'Có {{ky-bao-cao}} và {{indicator:I.01 | as=tron}}' },
    2,
  )
  expect(problem).toMatchObject({ status: 400, code: 'reports/template-has-faults' })
  expect(problem?.errors?.map(({ values }) => values?.['word'])).toEqual(['ky-bao-cao', 'as=tron'])
})

test('saving what stands already makes no version', async () => {
  const { body } = await save({ ...smallTemplate(), closing: 'Hết./.' }, 2)
  expect(body.version).toBe(2)
})

test('a right over one unit is not a right over templates', async () => {
  const officer = api.as({ grants: [{ permission: 'reports:define', unitId: city.unitIds.city, reach: 'subtree' }] })
  const { problem } = await officer.call(contract.saveTemplate, {
    code: 'x1',
    name: 'X',
    body: smallTemplate(),
    basedOn: 0,
  })
  expect(problem).toMatchObject({ status: 403 })
})
