import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayAt } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { createUnit } from '#modules/organisation/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { emitter, handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildWard, done, received, seen } from '#testing/ward.ts'
import { extendCase } from '../contract/acts.ts'
import * as contract from '../contract/forecast.ts'
import { listNotices } from '../contract/watch.ts'
import { draftFor } from '../handlers/draft-apologies.ts'
import { notifyHandlers } from '../notify-operations.ts'
import { keepCase, keepProcedure } from '../store/printed.fixture.ts'

const HOUR_MS = 3_600_000
let api: TestApi
let unitId: string
let officer: Caller
let procedure: Awaited<ReturnType<typeof keepProcedure>>
let serial = 0

beforeAll(async () => {
  api = await testApi()
  const { body } = await api.root.call(createUnit, {
    name: 'Phường Vũng Tàu',
    kind: 'ward',
    level: 'commune',
    validFrom: '2025-07-01',
  })
  unitId = body.unitId
  officer = api.as({
    grants: ['cases:read', 'cases:approve'].map((permission) => ({ permission, unitId, reach: 'own' as const })),
  })
  procedure = await keepProcedure(api.db)
})
afterAll(() => api.close())

/** A case received so many hours ago at one step; ended after some hours when they are given. Due `dueHours` after receipt. */
async function course({ ago, took, dueHours }: { ago: number; took?: number; dueHours: number }): Promise<string> {
  const { caseId } = await keepCase(api.db, procedure, { unitId, serial: ++serial })
  const received = new Date(Date.now() - ago * HOUR_MS)
  const due = new Date(received.getTime() + dueHours * HOUR_MS)
  const ended = took === undefined ? null : new Date(received.getTime() + took * HOUR_MS)
  await sql`delete from cases.act where case_id = ${caseId} and number > 1`.execute(api.db)
  await sql`delete from cases.pause where case_id = ${caseId}`.execute(api.db)
  await sql`update cases.act set at = ${received}, to_step = 'check', to_state = 'processing' where case_id = ${caseId}`.execute(
    api.db,
  )
  await sql`update cases."case" set received_at = ${received}, due_at = ${due}, ended_at = ${ended},
    business = ${ended ? 'decided' : 'processing'} where id = ${caseId}`.execute(api.db)
  if (!ended) return caseId
  await sql`insert into cases.act (case_id, number, act, at, actor_id, actor_name, unit_id, from_step, to_step, from_state, to_state, details)
    values (${caseId}, 2, 'decide', ${ended}, ${newId()}, 'Lãnh đạo Thử', ${unitId}, 'check', 'end', 'processing', 'decided', '{}')`.execute(
    api.db,
  )
  return caseId
}
const handlers = handlersByEvent(notifyHandlers)
async function acted(caseId: string, act: string, number = 2): Promise<void> {
  await api.appDb
    .transaction()
    .execute((tx) => emitter(tx, handlers, new Date())('cases.acted', { caseId, number, act }))
  await api.settle()
}
const drafting = () =>
  api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    return draftFor(handlerContext(tx, handlers, new Date()))
  })

test('with few ended cases nothing is foretold; with enough a case like those that took long is likely late', async () => {
  const open = await course({ ago: 24 * 10, dueHours: 24 * 10 + 20 })
  const { body: before } = await officer.call(contract.caseForecast, { caseId: open })
  expect(before).toMatchObject({ forecast: null, draft: null })
  for (let count = 0; count < 40; count++) {
    const caseId = await course({ ago: 24 * 60 + count, took: 24 * (20 + (count % 7)), dueHours: 24 * 12 })
    await acted(caseId, 'decide')
  }
  const { body } = await officer.call(contract.caseForecast, { caseId: open })
  expect(body.forecast).toMatchObject({ level: 'unit', ofCases: 40, late: 40 })
  expect(body.stays).toHaveLength(1)
  const { rows } = await sql<{
    cases: number
  }>`select sum(cases)::int as cases from cases.step_course where step_id = '*'`.execute(api.db)
  expect(rows[0]?.cases).toBe(40)
  const { body: risky } = await officer.call(contract.listCasesAtRisk)
  expect(risky.cases[0]).toMatchObject({ caseId: open, forecast: { ofCases: 40 } })
})

test('an apology is drafted once before the deadline passes, shown to who decides, and used by the extension', async () => {
  const open = await course({ ago: 24 * 10, dueHours: 24 * 10 + 0.5 })
  const made = await drafting()
  expect(made).toBeGreaterThanOrEqual(1)
  expect(await drafting()).toBe(0)
  const { body } = await officer.call(contract.caseForecast, { caseId: open })
  expect(body.draft?.text).toContain('xin lỗi')
  expect(new Date(body.draft?.proposedDueAt ?? 0).getTime()).toBeGreaterThan(new Date(body.draft?.dueAt ?? 0).getTime())
  const { body: listed } = await officer.call(contract.listApologyDrafts)
  expect(listed.drafts.map(({ caseId }) => caseId)).toContain(open)
  expect(
    (await officer.call(listNotices)).body.notices.some(({ kind, caseId }) => kind === 'apology' && caseId === open),
  ).toBe(true)
  await acted(open, 'extend', 3)
  expect((await officer.call(contract.caseForecast, { caseId: open })).body.draft).toBeNull()
})

test('the draft a leader accepts is an extension like any other: given once, by the proposal, and told to the citizen', async () => {
  const ward = await buildWard(api)
  const one = await received(ward)
  await sql`update cases."case" set due_at = now() + interval '30 minutes' where id = ${one.id}`.execute(api.db)
  await drafting()
  const { body } = await ward.leader.call(contract.caseForecast, { caseId: one.id })
  const { draft } = body
  if (!draft) throw new Error('No apology was drafted.')
  const accepted = { ...seen(one), newDueAt: draft.proposedDueAt, lateReason: draft.lateReason, reason: draft.text }
  expect((await ward.officer.call(extendCase, accepted)).status).toBe(403)
  const { body: extended } = await done(ward.leader.call(extendCase, accepted))
  expect(extended).toMatchObject({
    dueAt: draft.proposedDueAt,
    extended: true,
    lateReason: draft.lateReason,
    version: 2,
  })
  await api.settle()
  expect((await ward.leader.call(contract.caseForecast, { caseId: one.id })).body.draft).toBeNull()
  const { rows } = await sql`select state from cases.apology_draft where case_id = ${one.id}`.execute(api.db)
  expect(rows).toEqual([{ state: 'used' }])
  const { rows: told } = await sql<{
    act: string
  }>`select distinct act from cases.message where case_id = ${one.id}`.execute(api.db)
  expect(told.map(({ act }) => act)).toContain('extend')
  expect((await ward.leader.call(extendCase, { ...accepted, version: 2 })).status).toBe(422)
  expect(await drafting()).toBe(0)
})

test('late cases name the step and the person, and another unit sees none of it', async () => {
  const late = await course({ ago: 24 * 40, took: 24 * 30, dueHours: 24 * 5 })
  const { body } = await officer.call(contract.caseForecast, { caseId: late })
  expect(body.responsible).toMatchObject({ stepName: { vi: 'Thẩm tra' }, personName: 'Lãnh đạo Thử' })
  const stranger = api.as({ grants: [{ permission: 'cases:read', unitId: newId(), reach: 'own' }] })
  expect((await stranger.call(contract.caseForecast, { caseId: late })).status).toBe(404)
  expect((await stranger.call(contract.listCasesAtRisk)).body.cases).toEqual([])
  expect((await stranger.call(contract.listApologyDrafts)).body.drafts).toEqual([])
})

test('accuracy is measured on what was known then, and workload counts what is due', async () => {
  for (let count = 0; count < 60; count++)
    await course({ ago: 24 * (40 - (count % 20)), took: 24 * (count % 2 ? 9 : 16), dueHours: 24 * 12 })
  const { body } = await officer.call(contract.forecastAccuracy)
  expect(body.looked).toBeGreaterThan(body.unsaid)
  expect(body.accuracy?.brier).toBeGreaterThanOrEqual(0)
  expect(body.accuracy?.calibration.reduce((sum, { cases }) => sum + cases, 0)).toBe(body.accuracy?.cases)
  await course({ ago: 1, dueHours: 2 })
  const { body: load } = await officer.call(contract.workloadForecast)
  expect(load.days).toHaveLength(10)
  expect(load.overdue + load.days.reduce((sum, { due }) => sum + due, 0)).toBeGreaterThanOrEqual(1)
  expect((load.days[0]?.day ?? '') >= dayAt(new Date())).toBe(true)
  expect((await officer.call(contract.workloadForecast, { unitId: newId() })).status).toBe(403)
})
