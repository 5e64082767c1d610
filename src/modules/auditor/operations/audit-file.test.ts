import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildUnits, done, type Place, reportText } from './reports.fixture.ts'

let api: TestApi
let units: Place
let writer: Caller
beforeAll(async () => {
  api = await testApi()
  units = await buildUnits(api.root)
  writer = api.as({
    name: 'Chị Hương',
    grants: [{ permission: 'auditor:*', unitId: units.city, reach: 'subtree' }],
  })
})
afterAll(() => api.close())

const WRONG = reportText({ share: '89,27%' })

async function put(bytes: Uint8Array, name = 'bao-cao-q3.txt'): Promise<string> {
  return writer.upload(name, 'text/plain', bytes)
}

async function audit(bytes: Uint8Array, more: object = {}): Promise<contract.AuditRow> {
  return done(writer, contract.auditFile, { fileId: await put(bytes), unitId: units.city, ...more })
}

test('a file is read, understood, and what cannot be right is found', async () => {
  const row = await audit(WRONG)
  expect(row).toMatchObject({
    version: 1,
    latest: true,
    title: 'Báo cáo kết quả giải quyết hồ sơ quý III năm 2023',
    fileName: 'bao-cao-q3.txt',
    format: 'text',
    source: 'file',
    reportId: null,
    unitName: 'Thành phố Vũng Tàu',
    period: '2023-Q3',
    auditedByName: 'Chị Hương',
    demonstration: false,
  })
  expect(row.found.proved).toBeGreaterThan(0)
  expect(row.open).toEqual(row.found)
  expect(row.checked.tables).toBe(1)
  const { findings } = await done(writer, contract.getAudit, { auditId: row.auditId })
  expect(findings[0]).toMatchObject({ severity: 'proved', state: 'open', decision: null, earlier: null })
  expect(findings[0]?.places.map(({ quote }) => quote)).toContain('89,27%')
})

test('a correct report is accused of nothing', async () => {
  const row = await audit(reportText({ title: 'Kết quả đúng quý III năm 2023' }))
  expect(row.found).toEqual({ proved: 0, likely: 0, look: 0 })
  expect(row.checked.numbers).toBeGreaterThan(3)
})

test('the same bytes again are another run of the same version; other bytes of that title are the next version', async () => {
  const title = 'Kết quả số hoá quý II năm 2023'
  const first = await audit(reportText({ title, share: '89,27%' }))
  const again = await audit(reportText({ title, share: '89,27%' }))
  expect(again).toMatchObject({ auditId: first.auditId, version: 1 })
  expect(again.auditedAt > first.auditedAt).toBe(true)
  const { rows } = await sql<{ runs: number; findings: number }>`
    select count(distinct run.id) as runs, count(finding) as findings
    from auditor.run join auditor.finding on run_id = run.id where audit_id = ${first.auditId}`.execute(api.db)
  expect(rows).toEqual([{ runs: 2, findings: (first.found.proved + first.found.likely + first.found.look) * 2 }])

  const next = await audit(reportText({ title }))
  expect(next).toMatchObject({ seriesId: first.seriesId, version: 2, latest: true, found: { proved: 0 } })
  const { versions, latest } = await done(writer, contract.getAudit, { auditId: first.auditId })
  expect(versions.map(({ version }) => version)).toEqual([2, 1])
  expect(latest).toBe(false)
})

test('a version of a report that is named belongs to it whatever its title; one of another unit does not', async () => {
  const first = await audit(reportText({ title: 'Kết quả quý I năm 2023' }))
  const renamed = reportText({ title: 'Kết quả quý đầu năm 2023 (bản sửa)' })
  const next = await audit(renamed, { seriesId: first.seriesId })
  expect(next).toMatchObject({ seriesId: first.seriesId, version: 2 })
  const fileId = await put(renamed)
  const strange = await writer.call(contract.auditFile, { fileId, unitId: units.ward, seriesId: first.seriesId })
  expect(strange.problem).toMatchObject({ status: 404, code: 'auditor/series-not-found' })
  const none = await writer.call(contract.auditFile, { fileId, unitId: units.city, seriesId: newId() })
  expect(none.problem).toMatchObject({ status: 404, code: 'auditor/series-not-found' })
})

test('the same title of another unit or period is another report', async () => {
  const title = 'Kết quả chữ ký số'
  const city = await audit(reportText({ title }), { period: '2023-Q3' })
  const later = await audit(reportText({ title, total: '30.000', done: '15.000', share: '50%' }), { period: '2023-Q4' })
  const ward = await audit(reportText({ title }), { unitId: units.ward, period: '2023-Q3' })
  expect(new Set([city, later, ward].map(({ seriesId }) => seriesId)).size).toBe(3)
  expect([city, later, ward].map(({ version }) => version)).toEqual([1, 1, 1])
})

test('two versions at once are two versions', async () => {
  const title = 'Kết quả hai người cùng gửi năm 2023'
  const rows = await Promise.all([
    audit(reportText({ title })),
    audit(reportText({ title, total: '30.000', done: '15.000', share: '50%' })),
  ])
  expect(new Set(rows.map(({ version }) => version))).toEqual(new Set([1, 2]))
  expect(rows[0]?.seriesId).toBe(rows[1]?.seriesId)
})

test('odd characters stay what they are', async () => {
  const title = 'Kết quả có ký tự lạ quý III năm 2023 \u{1F4C8}'
  expect((await audit(reportText({ title }))).title).toBe(`Báo cáo kết quả có ký tự lạ quý III năm 2023 \u{1F4C8}`)
})

test.each([
  ['nothing in it', '', 'auditor/file-empty'],
  ['a program', 'MZ\u0001\u0002\u0000\u0003', 'auditor/file-kind-unknown'],
])('a file with %s is refused in words', async (_, text, code) => {
  const fileId = await put(new TextEncoder().encode(text))
  const { problem } = await writer.call(contract.auditFile, { fileId, unitId: units.city })
  expect(problem).toMatchObject({ status: 400, code })
  expect(problem?.detail).not.toBe('')
})

test('fields that make no sense are refused one by one', async () => {
  const fileId = await put(WRONG)
  const bad = { fileId: 'x', unitId: units.city, period: '2023-Q9', title: '\u0007', extra: 1 }
  const { problem } = await writer.call(contract.auditFile, bad)
  expect(problem).toMatchObject({ status: 400, code: 'platform/invalid-input' })
  expect(problem?.errors?.map(({ path }) => path)).toEqual(expect.arrayContaining(['fileId', 'period', 'title']))
  expect((await writer.call(contract.auditFile, { fileId: newId(), unitId: units.city })).status).toBe(404)
  const nowhere = await api.root.call(contract.auditFile, {
    fileId: await api.root.upload('a.txt', 'text/plain', WRONG),
    unitId: newId(),
  })
  expect(nowhere.problem).toMatchObject({ status: 404, code: 'auditor/unit-not-found' })
  expect((await writer.call(contract.auditFile, { fileId, unitId: units.city })).status).toBe(200)
})

test('auditing needs the right over the unit, and a file of one’s own', async () => {
  const fileId = await put(WRONG)
  const { problem } = await writer.call(contract.auditFile, { fileId, unitId: units.other })
  expect(problem).toMatchObject({ status: 403, code: 'organisation/outside-scope' })
  const reader = api.as({ grants: [{ permission: 'auditor:read', unitId: units.city, reach: 'subtree' }] })
  expect((await reader.call(contract.auditFile, { fileId, unitId: units.city })).status).toBe(403)
  const colleague = api.as({ grants: [{ permission: 'auditor:write', unitId: units.city, reach: 'own' }] })
  expect((await colleague.call(contract.auditFile, { fileId, unitId: units.city })).status).toBe(404)
  expect((await api.anonymous.call(contract.auditFile, { fileId, unitId: units.city })).status).toBe(401)
})

test('the event counts what was found', async () => {
  const { auditId, found } = await audit(reportText({ title: 'Kết quả tháng 5 năm 2023', share: '89,27%' }))
  const { rows } = await sql<{ payload: object }>`
    select payload from platform.event where name = 'auditor.audited' and payload ->> 'auditId' = ${auditId}`.execute(
    api.db,
  )
  expect(rows).toMatchObject([{ payload: { unitId: units.city, version: 1, ...found } }])
})
