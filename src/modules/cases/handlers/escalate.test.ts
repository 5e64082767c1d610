import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayAt } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { assignRole, createAccount, saveRole } from '#modules/identity/contract.ts'
import { createUnit } from '#modules/organisation/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract/watch.ts'
import { type KeptCase, keepCase, keepProcedure } from '../store/printed.fixture.ts'
import { fireRules } from './escalate.ts'

let api: TestApi
let unitId: string
let kept: KeptCase

beforeAll(async () => {
  api = await testApi()
  const { body } = await api.root.call(createUnit, {
    name: 'Phường Vũng Tàu',
    kind: 'ward',
    level: 'commune',
    validFrom: '2025-07-01',
  })
  unitId = body.unitId
  kept = await keepCase(api.db, await keepProcedure(api.db), { unitId })
})
afterAll(() => api.close())
beforeEach(async () => {
  await sql`delete from cases.notice_read`.execute(api.db)
  await sql`delete from cases.notice`.execute(api.db)
  await sql`delete from cases.escalation_firing`.execute(api.db)
  await sql`delete from cases.escalation_rule`.execute(api.db)
  await sql`update cases."case" set business = 'processing', assignee_id = null`.execute(api.db)
})

const handlers = handlersByEvent([])
const round = (now: Date) =>
  api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    return fireRules(handlerContext(tx, handlers, now))
  })
const WORDS = {
  name: { vi: 'Nhắc', en: 'Remind' },
  timeUnit: 'working-hours',
  validFrom: '2026-01-01',
  reason: 'thử nghiệm',
} as const
const rule = async (more: Record<string, unknown>) => {
  const { body, problem } = await api.root.call(contract.saveEscalationRule, {
    ...WORDS,
    recipient: 'head',
    moment: 'at-due',
    amount: 0,
    ...more,
  })
  expect(problem).toBeUndefined()
  await sql`update cases.escalation_rule set armed_at = '2026-11-01' where id = ${body.ruleId}`.execute(api.db)
  return body.ruleId
}
const due = (at: Date | null) => sql`update cases."case" set due_at = ${at} where id = ${kept.caseId}`.execute(api.db)
const firings = async () => {
  const { rows } = await sql<{
    ruleId: string
    dueAt: Date
  }>`select rule_id, due_at from cases.escalation_firing order by at`.execute(api.db)
  return rows
}
const at = (text: string) => new Date(`2026-12-${text}+07:00`)

test('a rule fires once when its moment has come, and again only for a deadline that was moved', async () => {
  await rule({ moment: 'before-due', amount: 4 })
  await due(at('03T17:00'))
  // Four hours are left when the morning is over.
  expect(await round(at('03T11:29'))).toBe(0)
  expect(await round(at('03T11:30'))).toBe(1)
  expect(await round(at('03T13:01'))).toBe(0)
  await due(at('07T10:00'))
  expect(await round(at('03T14:00'))).toBe(0)
  // Monday ten o'clock less four working hours is Friday, 15:30.
  expect(await round(at('04T15:30'))).toBe(1)
  await due(null)
  expect(await round(at('09T15:30'))).toBe(0)
  await due(at('07T10:00'))
  expect(await round(at('09T15:30'))).toBe(0)
})

test('under any moves of the deadline each rule fires exactly once for each due moment that it saw crossed', async () => {
  const rules = [
    { id: await rule({ moment: 'before-due', amount: 2 }), lead: 2 },
    { id: await rule({}), lead: 0 },
  ]
  // On the hour within one morning, so that what must happen can be said without the engine.
  const step = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), hour: fc.integer({ min: 0, max: 8 }) }),
    fc.record({ kind: fc.constant('stop' as const), hour: fc.constant(0) }),
    fc.record({ kind: fc.constant('tick' as const), hour: fc.integer({ min: 0, max: 8 }) }),
  )
  const quarter = (hour: number) => new Date(at('03T07:30').getTime() + hour * 30 * 60_000)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      await sql`delete from cases.notice`.execute(api.db)
      await sql`delete from cases.escalation_firing`.execute(api.db)
      await due(null)
      const expected = new Set<string>()
      let [current, clock]: [Date | null, Date] = [null, quarter(0)]
      for (const { kind, hour } of steps) {
        if (kind === 'move') current = quarter(hour)
        if (kind === 'stop') current = null
        if (kind === 'tick') clock = new Date(Math.max(clock.getTime(), quarter(hour).getTime()))
        if (kind !== 'tick') await due(current)
        else await Promise.all([round(clock), round(clock)])
        for (const { id, lead } of kind === 'tick' && current ? rules : [])
          if (current && current.getTime() - lead * 3_600_000 <= clock.getTime())
            expected.add(`${id} ${current.toISOString()}`)
      }
      const fired = (await firings()).map(({ ruleId, dueAt }) => `${ruleId} ${dueAt.toISOString()}`)
      expect(fired.toSorted()).toEqual([...expected].toSorted())
      const { rows } = await sql<{ count: number }>`select count(*) as count from cases.notice`.execute(api.db)
      expect(rows[0]?.count).toBe(expected.size)
    }),
    { numRuns: 25 },
  )
})

test('the one who works on the case is told by name, the head as who holds the right there, and they alone', async () => {
  const head: Caller = api.as({
    grants: ['cases:read', 'cases:steer'].map((permission) => ({ permission, unitId, reach: 'own' as const })),
  })
  const officer = api.as({ grants: [{ permission: 'cases:read', unitId, reach: 'own' }] })
  await rule({})
  await rule({ recipient: 'officer' })
  await sql`update cases."case" set assignee_id = ${officer.actorId}`.execute(api.db)
  await due(at('03T10:00'))
  expect(await round(at('03T10:01'))).toBe(2)
  const { body } = await officer.call(contract.listNotices)
  expect(body).toMatchObject({ unread: 1, notices: [{ caseId: kept.caseId, ruleName: WORDS.name, read: false }] })
  expect((await head.call(contract.listNotices)).body).toMatchObject({ unread: 1 })
  const ids = body.notices.map(({ id }) => id)
  expect((await head.call(contract.markNoticesRead, { noticeIds: ids })).body.marked).toBe(0)
  expect((await officer.call(contract.markNoticesRead, { noticeIds: ids })).body.marked).toBe(1)
  expect((await officer.call(contract.listNotices, { unread: true })).body).toMatchObject({ unread: 0, notices: [] })
  const stranger = api.as({ grants: [{ permission: 'cases:*', unitId: newId(), reach: 'own' }] })
  expect((await stranger.call(contract.listNotices)).body.notices).toEqual([])
})

test('a rule that cannot fire is red and says why', async () => {
  const now = new Date()
  await due(new Date(now.getTime() + 20 * 86_400_000))
  const health = async () => (await api.root.call(contract.escalationHealth)).body.rules
  const ids = {
    well: await rule({ recipient: 'officer' }),
    procedure: await rule({ recipient: 'officer', procedureCode: '9.999999' }),
    head: await rule({}),
  }
  await rule({ recipient: 'officer', fieldCode: 'khong-co' })
  await rule({ recipient: 'officer', validTo: '2026-01-02' })
  await round(now)
  const found = await health()
  const of = (id: string) => found.find((one) => one.id === id)
  expect(of(ids.well)).toMatchObject({ state: 'well', covers: 1, nextAt: expect.any(String) })
  expect(of(ids.procedure)).toMatchObject({ state: 'dead', covers: 0, nextAt: null })
  expect(of(ids.procedure)?.reasons).toContain('no-such-procedure')
  expect(of(ids.head)).toMatchObject({ state: 'dead', reasons: ['nobody-to-tell'], silentUnits: ['Phường Vũng Tàu'] })
  expect(found.map(({ state }) => state)).toEqual(['dead', 'dead', 'dead', 'well', 'resting'])
  // Whoever watches over the installation sees that rules are dead, and nothing of whose.
  expect(await (await api.anonymous.fetch('/health')).json()).toEqual({
    status: 'degraded',
    degraded: [{ module: 'cases', what: 'dead-escalation-rules', count: 3 }],
  })
  const { body: account } = await api.root.call(createAccount, {
    signInName: 'truong.phuong',
    displayName: 'Trưởng phường',
    kind: 'personal',
    unitId,
    officialId: null,
  })
  const text = { vi: 'Trưởng', en: 'Head' }
  await api.root.call(saveRole, {
    code: 'truong',
    name: text,
    description: text,
    permissions: ['cases:steer'],
    version: null,
  })
  const given = await api.root.call(assignRole, {
    accountId: account.accountId,
    roleCode: 'truong',
    unitId,
    reach: 'own',
    validFrom: dayAt(now),
    reason: 'Giao việc để thử quy tắc',
  })
  expect(given.status).toBe(200)
  expect((await health()).find(({ id }) => id === ids.head)).toMatchObject({ state: 'well', silentUnits: [] })
  await sql`update cases.escalation_rule set checked_at = now() - interval '6 minutes', changed_at = now() - interval '6 minutes' where id = ${ids.well}`.execute(
    api.db,
  )
  expect((await health()).find(({ id }) => id === ids.well)).toMatchObject({ state: 'dead', reasons: ['not-running'] })
})

test('rules are changed by one at a time, and make sense', async () => {
  const ruleId = await rule({})
  const save = (more: Record<string, unknown>) =>
    api.root.call(contract.saveEscalationRule, {
      ...WORDS,
      recipient: 'head',
      moment: 'at-due',
      amount: 0,
      ruleId,
      version: 1,
      ...more,
    })
  expect((await save({ amount: 2 })).problem).toMatchObject({ code: 'cases/rule-moment' })
  expect((await save({ moment: 'before-due' })).problem).toMatchObject({ code: 'cases/rule-moment' })
  expect((await save({ name: { vi: 'Mới', en: 'New' } })).status).toBe(200)
  expect((await save({})).problem).toMatchObject({ code: 'cases/rule-changed' })
  expect((await save({ ruleId: newId() })).problem).toMatchObject({ code: 'cases/unknown-rule' })
})
