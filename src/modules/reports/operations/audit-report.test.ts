import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as administration from '#modules/administration/contract.ts'
import * as auditor from '#modules/auditor/contract.ts'
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

/** 90 of 120 is 75%. */
const WRONG = 'Tỷ lệ hồ sơ giải quyết đúng hạn đạt 57% (90/120 hồ sơ).'
const REASON = 'Số 57% là theo cách tính của quý trước,\nđã xin ý kiến Chủ tịch.'

/** A draft with a contradiction that people wrote into it. */
async function wrongDraft(text = WRONG): Promise<string> {
  const { reportId } = await draft(api.root, city)
  await done(api.root, contract.updateSection, { reportId, key: 's2.text', text, version: 0 })
  return reportId
}

async function revisionOf(reportId: string): Promise<number> {
  return (await done(api.root, contract.getReport, { reportId })).revision
}

async function signed(reportId: string): Promise<number> {
  const revision = await revisionOf(reportId)
  const submitted = await done(api.root, contract.submitForSignature, { reportId, revision, withGaps: true })
  return (await done(api.root, contract.signOff, { reportId, revision: submitted.revision })).revision
}

const issue = (reportId: string, revision: number, more: object = {}) =>
  api.root.call(contract.issueReport, { reportId, revision, issuedOn: '2023-10-05', ...more })

test('what the platform filled in itself contradicts nothing', async () => {
  const { reportId } = await draft(api.root, city)
  const audit = await done(api.root, contract.auditReport, { reportId })
  expect(audit).toMatchObject({ stale: false, findings: [], openProved: [] })
  const { found, checked, source } = await done(api.root, auditor.getAudit, { auditId: audit.auditId })
  expect({ found, source }).toEqual({ found: { proved: 0, likely: 0, look: 0 }, source: 'report' })
  expect(checked.numbers).toBeGreaterThan(5)
})

test('an audit shows what was found and whether the report reads otherwise since', async () => {
  const reportId = await wrongDraft()
  expect(await done(api.root, contract.getReportAudit, { reportId })).toEqual({ audit: null })
  const audit = await done(api.root, contract.auditReport, { reportId })
  expect(audit.openProved).toHaveLength(1)
  expect(audit.findings[0]).toMatchObject({ severity: 'proved', state: 'open', key: audit.openProved[0] })
  expect((await done(api.root, contract.getReportAudit, { reportId })).audit).toEqual(audit)
  await done(api.root, contract.updateSection, { reportId, key: 's2.text', text: 'Đang thống kê', version: 1 })
  expect((await done(api.root, contract.getReportAudit, { reportId })).audit).toMatchObject({ stale: true })
})

test('each step of its way audits a report', async () => {
  const reportId = await wrongDraft()
  const revision = await signed(reportId)
  const { audit } = await done(api.root, contract.getReportAudit, { reportId })
  expect(audit).toMatchObject({ stale: false, findingCount: audit?.findings.length })
  expect(audit?.openProved).toHaveLength(1)
  const { audits } = await done(api.root, auditor.listAudits, { source: 'report' })
  const own = audits.filter((one) => one.reportId === reportId)
  expect(own).toMatchObject([{ version: 1, open: { proved: 1 } }])
  const { rows } = await sql<{ runs: number }>`
    select count(*) as runs from auditor.run where audit_id = ${own[0]?.auditId}`.execute(api.db)
  expect(rows).toEqual([{ runs: 2 }])
  expect(revision).toBeGreaterThan(2)
})

test('an open proved contradiction holds a report back until whoever issues it writes why', async () => {
  const reportId = await wrongDraft()
  const revision = await signed(reportId)
  const { problem } = await issue(reportId, revision)
  expect(problem).toMatchObject({ status: 422, code: 'reports/open-proved-findings', values: { count: 1 } })
  expect((await issue(reportId, revision, { overrideReason: '  \n ' })).problem?.code).toBe(
    'reports/open-proved-findings',
  )
  const issued = await issue(reportId, revision, { overrideReason: REASON })
  expect(issued.body).toMatchObject({ status: 'issued' })

  const report = await done(api.root, contract.getReport, { reportId })
  expect(report.steps.map(({ overrideReason }) => overrideReason)).toEqual(['', '', '', REASON])
  const { entries } = await done(api.root, administration.listAudit, { operation: 'reports.issue-report', limit: 500 })
  const own = entries.filter(({ target }) => target.reportId === reportId)
  expect(own.map(({ outcome, reason }) => ({ outcome, reason }))).toEqual([{ outcome: 'done', reason: REASON }])
  const { audit } = await done(api.root, contract.getReportAudit, { reportId })
  expect(audit).toMatchObject({ stale: false, openProved: [expect.any(String)] })
})

test('a reason nobody needed is not kept with the step', async () => {
  const { reportId } = await draft(api.root, city)
  const issued = await issue(reportId, await signed(reportId), { overrideReason: REASON })
  expect(issued.status).toBe(200)
  const { steps } = await done(api.root, contract.getReport, { reportId })
  expect(steps.at(-1)).toMatchObject({ step: 'issue', overrideReason: '' })
})

test('a contradiction dismissed with a reason holds nothing back, also after the report was returned and signed again', async () => {
  const reportId = await wrongDraft()
  const { auditId, openProved } = await done(api.root, contract.auditReport, { reportId })
  const [findingKey = ''] = openProved
  const agreed = { auditId, findingKey, decision: 'accepted' as const }
  await done(api.root, auditor.decideFinding, agreed)
  expect((await issue(reportId, await signed(reportId))).problem?.code).toBe('reports/open-proved-findings')

  const dismissed = { auditId, findingKey, decision: 'dismissed' as const, reason: 'Cách tính riêng của quý' }
  await done(api.root, auditor.decideFinding, dismissed)
  const revision = await revisionOf(reportId)
  await done(api.root, contract.returnReport, { reportId, revision, reason: 'Thêm một câu' })
  await done(api.root, contract.updateSection, {
    reportId,
    key: 's2.text',
    text: `${WRONG}\nThêm một câu.`,
    version: 1,
  })
  const again = await signed(reportId)
  const { audit } = await done(api.root, contract.getReportAudit, { reportId })
  expect(audit?.auditId).not.toBe(auditId)
  expect(audit?.findings).toMatchObject([{ state: 'dismissed', decision: { version: 1, reason: dismissed.reason } }])
  expect((await issue(reportId, again)).body).toMatchObject({ status: 'issued' })
})

test('auditing needs the right to write over the unit, looking the right to read', async () => {
  const { reportId } = await draft(api.root, city)
  await done(api.root, contract.auditReport, { reportId })
  const reader = api.as({ grants: [{ permission: 'reports:read', unitId: city.unitIds.city, reach: 'own' }] })
  expect((await reader.call(contract.getReportAudit, { reportId })).body.audit).toMatchObject({ stale: false })
  expect((await reader.call(contract.auditReport, { reportId })).status).toBe(403)
  const stranger = api.as({ grants: [{ permission: 'reports:*', unitId: city.unitIds.other, reach: 'subtree' }] })
  expect((await stranger.call(contract.getReportAudit, { reportId })).problem?.code).toBe('reports/not-found')
  expect((await stranger.call(contract.auditReport, { reportId })).problem?.code).toBe('reports/not-found')
})
