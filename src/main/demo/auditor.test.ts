import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '#modules/auditor/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { loadAuditorDemo } from './auditor.ts'
import { demoDeps } from './load.ts'
import { loadOrganisationDemo } from './organisation.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
  const deps = demoDeps(api.appDb, () => undefined)
  await loadOrganisationDemo(deps)
  await loadAuditorDemo(deps)
  await loadAuditorDemo(deps)
}, 180_000)
afterAll(() => api.close())

test('the public report stands on the page once, labelled, with what cannot be right in it', async () => {
  const { audits } = (await api.root.call(contract.listAudits)).body
  expect(audits).toMatchObject([{ demonstration: true, source: 'file', period: '2023-9M', version: 1 }])
  const [audit] = audits
  expect(audit?.unitName).toContain('Vũng Tàu')
  expect(audit?.title).toContain('9 tháng năm 2023')
  const { findings } = (await api.root.call(contract.getAudit, { auditId: audit?.auditId ?? '' })).body
  const proved = findings.filter(({ severity }) => severity === 'proved')
  // 23.802 of 23.391 cannot be 98,27%.
  expect(proved.some(({ places }) => places.some(({ quote }) => quote.includes('23.802')))).toBe(true)
})
