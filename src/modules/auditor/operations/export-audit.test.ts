import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import type { AuditJson } from '../outputs/as-json.ts'
import { buildUnits, done, type Place, reportText } from './reports.fixture.ts'

let api: TestApi
let units: Place
let auditId: string
const REASON = 'Đã đối chiếu với sổ theo dõi.'
beforeAll(async () => {
  api = await testApi()
  units = await buildUnits(api.root)
  const fileId = await api.root.upload('báo cáo quý 3.txt', 'text/plain', reportText({ share: '89,27%' }))
  auditId = (await done(api.root, contract.auditFile, { fileId, unitId: units.city })).auditId
  const { findings } = await done(api.root, contract.getAudit, { auditId })
  const findingKey = findings[0]?.key ?? ''
  await done(api.root, contract.decideFinding, { auditId, findingKey, decision: 'dismissed', reason: REASON })
})
afterAll(() => api.close())

const file = (format: contract.ExportFormat, language: 'vi' | 'en' = 'vi') =>
  done(api.root, contract.exportAudit, { auditId, format, language })
const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes)

test('JSON holds the findings in both languages with what was decided', async () => {
  const { name, mediaType, bytes } = await file('json')
  expect({ name, mediaType }).toEqual({ name: 'Kiem-tra-báo-cáo-quý-3.json', mediaType: 'application/json' })
  const { title, findings, counts } = JSON.parse(textOf({ bytes })) as AuditJson
  expect(title).toBe('Báo cáo kết quả giải quyết hồ sơ quý III năm 2023')
  expect(findings[0]).toMatchObject({ state: 'dismissed', decision: { reason: REASON } })
  expect(counts.open.proved).toBe(counts.found.proved - 1)
})

test('text and HTML tell the same in the language asked for', async () => {
  for (const format of ['text', 'html'] as const) {
    expect(textOf(await file(format))).toContain(REASON)
    expect(textOf(await file(format))).toMatch(/[Đđ]ã chứng minh|ĐÃ CHỨNG MINH/)
    expect(textOf(await file(format, 'en'))).toMatch(/proved/i)
  }
  const { name } = await file('html', 'en')
  expect(name).toBe('Audit-báo-cáo-quý-3.html')
})

test('the annotated Word file and the page in PDF are such files', async () => {
  const word = await file('docx')
  expect(textOf({ bytes: word.bytes.slice(0, 2) })).toBe('PK')
  expect(word.name.endsWith('.docx')).toBe(true)
  const pdf = await file('pdf')
  expect(textOf({ bytes: pdf.bytes.slice(0, 5) })).toBe('%PDF-')
})

test('who may not see the audit gets no file of it, and a format nobody makes is refused', async () => {
  const stranger = api.as({ grants: [{ permission: 'auditor:*', unitId: units.other, reach: 'subtree' }] })
  expect((await stranger.call(contract.exportAudit, { auditId, format: 'pdf' })).status).toBe(404)
  expect((await api.root.call(contract.exportAudit, { auditId, format: 'xlsx' })).status).toBe(400)
})
