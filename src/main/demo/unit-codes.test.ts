import { afterAll, beforeAll, expect, test } from 'vitest'
import { listUnitCodes } from '#modules/cases/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { demoDeps } from './load.ts'
import { loadOrganisationDemo } from './organisation.ts'
import { loadUnitCodesDemo } from './unit-codes.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
  const deps = demoDeps(api.appDb, () => undefined)
  await loadOrganisationDemo(deps)
  await loadUnitCodesDemo(deps)
  await loadUnitCodesDemo(deps)
})
afterAll(() => api.close())

test('each of the five wards and communes can number its cases, with an identifier of its own', async () => {
  const { body } = await api.root.call(listUnitCodes)
  expect(
    body.codes.map(({ code, unit }) => [code, unit.name]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
  ).toEqual([
    ['H29.265.06', 'Phường Vũng Tàu'],
    ['H29.265.26', 'Phường Tam Thắng'],
    ['H29.265.36', 'Phường Rạch Dừa'],
    ['H29.265.42', 'Phường Phước Thắng'],
    ['H29.265.45', 'Xã Long Sơn'],
  ])
})
