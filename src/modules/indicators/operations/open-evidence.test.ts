import { afterAll, beforeAll, expect, test } from 'vitest'
import * as units from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
let clerk: Caller
let neighbour: Caller
let reader: Caller
let fileId = ''

beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  const ward = { kind: 'ward', level: 'commune' } as const
  const { body } = await api.root.call(units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          { key: 'one', code: '1', name: 'Phường 1', ...ward },
          { key: 'two', code: '2', name: 'Phường 2', ...ward },
        ],
      },
    ],
  })
  const { one = '', two = '' } = body.created
  const officerOf = (unitId: string) =>
    api.as({
      grants: ['indicators:read', 'indicators:write'].map((permission) => ({
        permission,
        unitId,
        reach: 'own' as const,
      })),
    })
  clerk = officerOf(one)
  neighbour = officerOf(two)
  reader = api.as({ grants: [{ permission: 'indicators:read', unitId: one, reach: 'own' }] })
  await api.root.call(contract.defineMeasure, {
    code: 'signed',
    name: { vi: 'Văn bản ký số', en: 'Signed documents' },
    nature: 'flow',
    source: 'reported',
    unit: { vi: 'văn bản', en: 'documents' },
    validFrom: '2021-01-01',
  })
  await api.root.call(contract.defineForm, {
    code: 'thang',
    name: { vi: 'Báo cáo tháng', en: 'Monthly report' },
    periodKind: 'month',
    measures: ['signed'],
    units: [one, two],
    validFrom: '2021-01-01',
  })
  const place = { form: 'thang', unitId: one, period: '2026-M01', entries: [] }
  const { body: saved } = await clerk.call(contract.saveObservations, place)
  fileId = await clerk.upload('bien-ban.txt', 'text/plain', new TextEncoder().encode('Biên bản kiểm tra'))
  await clerk.call(contract.addEvidence, { sheetId: saved.sheetId, fileId })
})
afterAll(() => api.close())

test('whoever may read the unit opens what proves its numbers, not only who put it there', async () => {
  expect((await clerk.call(contract.openEvidence, { fileId })).status).toBe(200)
  expect((await reader.call(contract.openEvidence, { fileId })).status).toBe(200)
})

test('whoever may read another unit only is told that there is no such file', async () => {
  const { status, problem } = await neighbour.call(contract.openEvidence, { fileId })
  expect({ status, code: problem?.code }).toEqual({ status: 404, code: 'platform/not-found' })
})

test('an uploaded file that proves nothing yet is nobody’s evidence', async () => {
  const loose = await clerk.upload('nhap.txt', 'text/plain', new TextEncoder().encode('nháp'))
  expect((await clerk.call(contract.openEvidence, { fileId: loose })).status).toBe(404)
})
