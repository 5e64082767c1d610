import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildUnits, done, type Place, reportText } from './reports.fixture.ts'

let api: TestApi
let units: Place
let huong: Caller
beforeAll(async () => {
  api = await testApi()
  units = await buildUnits(api.root)
  huong = api.as({ name: 'Chị Hương', grants: [{ permission: 'auditor:*', unitId: units.city, reach: 'subtree' }] })
})
afterAll(() => api.close())

async function audit(text: Parameters<typeof reportText>[0]): Promise<string> {
  const fileId = await huong.upload('q.txt', 'text/plain', reportText(text))
  return (await done(huong, contract.auditFile, { fileId, unitId: units.city })).auditId
}

/** The finding about the wrong share. */
async function wrongShare(auditId: string): Promise<contract.FindingShown> {
  const { findings } = await done(huong, contract.getAudit, { auditId })
  const found = findings.find(
    ({ severity, places }) => severity === 'proved' && places.some(({ column }) => column === 4),
  )
  if (!found) throw new Error(`the wrong share was not found: ${JSON.stringify(findings)}`)
  return found
}

const REASON = 'Số liệu theo cách tính của Sở,\nđã đối chiếu.'

test('a dismissed finding is decided already in the next version, with who, when and why', async () => {
  const title = 'Kết quả năm 2021'
  const first = await audit({ title, share: '89,27%' })
  const { key } = await wrongShare(first)
  const decided = await done(huong, contract.decideFinding, {
    auditId: first,
    findingKey: key,
    decision: 'dismissed',
    reason: REASON,
  })
  expect(decided).toMatchObject({
    key,
    state: 'dismissed',
    decision: { decision: 'dismissed', reason: REASON, byName: 'Chị Hương', version: 1 },
  })
  const longer = reportText({ title, share: '89,27%' })
  const fileId = await huong.upload(
    'q.txt',
    'text/plain',
    new Uint8Array([...longer, ...new TextEncoder().encode('\nThêm.')]),
  )
  const next = await done(huong, contract.auditFile, { fileId, unitId: units.city })
  expect(next).toMatchObject({ version: 2, open: { proved: next.found.proved - 1 } })
  expect(await wrongShare(next.auditId)).toMatchObject({ key, state: 'dismissed', decision: decided.decision })
})

test('with other numbers at the same place it is open again, and the earlier word is shown', async () => {
  const title = 'Kết quả năm 2022'
  const first = await audit({ title, share: '89,27%' })
  const { key, stated } = await wrongShare(first)
  const dismissal = { auditId: first, findingKey: key, decision: 'dismissed' as const, reason: REASON }
  await done(huong, contract.decideFinding, dismissal)
  const second = await wrongShare(await audit({ title, share: '88,27%' }))
  expect(second.key).not.toBe(key)
  expect(second).toMatchObject({
    state: 'open',
    decision: null,
    earlier: { decision: 'dismissed', reason: REASON, version: 1, stated },
  })
})

test('the last word holds; the words before it are kept', async () => {
  const auditId = await audit({ title: 'Kết quả năm 2020', share: '89,27%' })
  const { key: findingKey } = await wrongShare(auditId)
  const decide = (decision: 'accepted' | 'dismissed' | 'reopened', reason = '') =>
    done(huong, contract.decideFinding, { auditId, findingKey, decision, reason })
  expect(await decide('accepted')).toMatchObject({ state: 'accepted' })
  expect(await decide('dismissed', 'Nhầm')).toMatchObject({ state: 'dismissed' })
  expect(await decide('reopened')).toMatchObject({ state: 'open', decision: { decision: 'reopened' } })
  expect((await done(huong, contract.listFindings, { auditId, state: 'dismissed' })).total).toBe(0)
  const { rows } = await sql<{ decision: string }>`
    select decision from auditor.decision where audit_id = ${auditId} order by id`.execute(api.db)
  expect(rows.map(({ decision }) => decision)).toEqual(['accepted', 'dismissed', 'reopened'])
  await expect(
    sql`update auditor.decision set reason = 'x' where audit_id = ${auditId}`.execute(api.db),
  ).rejects.toThrow('for ever')
  await expect(sql`delete from auditor.finding`.execute(api.db)).rejects.toThrow('for ever')
})

test('dismissing needs a reason, and a finding that is there', async () => {
  const auditId = await audit({ title: 'Kết quả năm 2019', share: '89,27%' })
  const { key: findingKey } = await wrongShare(auditId)
  const silent = await huong.call(contract.decideFinding, {
    auditId,
    findingKey,
    decision: 'dismissed',
    reason: ' \n ',
  })
  expect(silent.problem).toMatchObject({ status: 400, code: 'auditor/reason-needed', errors: [{ path: 'reason' }] })
  const gone = await huong.call(contract.decideFinding, { auditId, findingKey: 'x', decision: 'accepted' })
  expect(gone.problem).toMatchObject({ status: 404, code: 'auditor/finding-not-found' })
  const nowhere = await huong.call(contract.decideFinding, { auditId: newId(), findingKey, decision: 'accepted' })
  expect(nowhere.problem).toMatchObject({ status: 404, code: 'auditor/not-found' })
  expect((await huong.call(contract.decideFinding, { auditId, findingKey, decision: 'ignored' })).status).toBe(400)
})

test('deciding needs the right to write over the unit', async () => {
  const auditId = await audit({ title: 'Kết quả năm 2018', share: '89,27%' })
  const { key: findingKey } = await wrongShare(auditId)
  const input = { auditId, findingKey, decision: 'accepted' as const }
  const reader = api.as({ grants: [{ permission: 'auditor:read', unitId: units.city, reach: 'subtree' }] })
  expect((await reader.call(contract.decideFinding, input)).status).toBe(403)
  const stranger = api.as({ grants: [{ permission: 'auditor:*', unitId: units.other, reach: 'subtree' }] })
  expect((await stranger.call(contract.decideFinding, input)).status).toBe(404)
  const both = api.as({
    grants: [
      { permission: 'auditor:read', unitId: null, reach: 'subtree' },
      { permission: 'auditor:write', unitId: units.other, reach: 'subtree' },
    ],
  })
  expect((await both.call(contract.decideFinding, input)).status).toBe(404)
})

test('the event names the rule and the decision, never the reason', async () => {
  const auditId = await audit({ title: 'Kết quả năm 2017', share: '89,27%' })
  const { key: findingKey, rule } = await wrongShare(auditId)
  await done(huong, contract.decideFinding, { auditId, findingKey, decision: 'dismissed', reason: REASON })
  const { rows } = await sql<{ payload: object }>`
    select payload from platform.event where name = 'auditor.decided' and payload ->> 'auditId' = ${auditId}`.execute(
    api.db,
  )
  expect(rows).toMatchObject([{ payload: { rule, decision: 'dismissed', unitId: units.city } }])
  expect(JSON.stringify(rows)).not.toContain('đối chiếu')
})
