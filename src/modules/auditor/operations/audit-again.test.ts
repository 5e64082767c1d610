import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildUnits, done, type Place, reportText } from './reports.fixture.ts'

let api: TestApi
let units: Place
let first: contract.AuditRow
beforeAll(async () => {
  api = await testApi()
  units = await buildUnits(api.root)
  const fileId = await api.root.upload('q3.txt', 'text/plain', reportText({ share: '89,27%' }))
  first = await done(api.root, contract.auditFile, { fileId, unitId: units.city })
})
afterAll(() => api.close())

test('another run keeps version and decisions, and says who asked', async () => {
  const { auditId } = first
  const { findings } = await done(api.root, contract.getAudit, { auditId })
  const decision = { auditId, findingKey: findings[0]?.key ?? '', decision: 'accepted' as const }
  await done(api.root, contract.decideFinding, decision)
  const minh = api.as({ name: 'Anh Minh', grants: [{ permission: 'auditor:write', unitId: units.city, reach: 'own' }] })
  const again = await done(minh, contract.auditAgain, { auditId })
  expect(again).toMatchObject({ auditId, version: 1, found: first.found, auditedByName: 'Anh Minh' })
  expect(again.open.proved).toBe(first.found.proved - 1)
  const after = await done(api.root, contract.getAudit, { auditId })
  expect(after.findings.map(({ key }) => key)).toEqual(findings.map(({ key }) => key))
})

test('it needs the right over the unit, and an audit that is there', async () => {
  const { auditId } = first
  const reader = api.as({ grants: [{ permission: 'auditor:read', unitId: units.city, reach: 'subtree' }] })
  expect((await reader.call(contract.auditAgain, { auditId })).status).toBe(403)
  const stranger = api.as({ grants: [{ permission: 'auditor:write', unitId: units.other, reach: 'subtree' }] })
  expect((await stranger.call(contract.auditAgain, { auditId })).problem?.code).toBe('auditor/not-found')
  expect((await api.root.call(contract.auditAgain, { auditId: newId() })).status).toBe(404)
})
