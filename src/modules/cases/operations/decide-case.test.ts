import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { atLeader, buildProcedure, buildWard, decided, done, received, seen, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

test('a case goes from the desk to a leader and back to the citizen', async () => {
  const one = await decided(ward)
  expect(one).toMatchObject({
    business: 'decided',
    outcome: 'granted',
    onTime: true,
    delivery: 'ready',
    stepId: 'desk',
    results: [{ code: 'giay', number: '01/GCN', written: true }],
  })
  const { body } = await done(
    ward.officer.call(contract.returnResult, { ...seen(one), way: 'desk', receiver: 'Bà Thử' }),
  )
  expect(body).toMatchObject({ business: 'returned', delivery: 'delivered', stepId: 'end', nationalCode: 10 })
  expect(body.acts.map(({ act }) => act)).toEqual(['receive', 'forward', 'decide', 'return'])
})

test('is decided only where a leader or clerk stands, and only by one who may', async () => {
  const one = await received(ward)
  const forwarded = await atLeader(ward)
  const early = await ward.leader.call(contract.decideCase, { ...seen(one), outcome: 'granted' })
  expect(early.problem).toMatchObject({ status: 409, code: 'cases/not-possible-now' })
  const { body: taken } = await done(
    ward.officer.call(contract.assignCase, { ...seen(one), assigneeId: ward.officer.actorId }),
  )
  expect(taken).toMatchObject({ business: 'processing', assigneeName: 'Cán bộ thử' })
  const atWork = await ward.leader.call(contract.decideCase, { ...seen(taken), outcome: 'granted' })
  expect(atWork.problem).toMatchObject({ status: 422, code: 'cases/not-a-deciding-step' })
  const byOfficer = await ward.officer.call(contract.decideCase, { ...seen(forwarded), outcome: 'granted' })
  expect(byOfficer.status).toBe(403)
})

test('a rejection says why', async () => {
  const one = await atLeader(ward)
  const silent = await ward.leader.call(contract.decideCase, { ...seen(one), outcome: 'rejected' })
  expect(silent.problem).toMatchObject({ status: 422, code: 'cases/reason-needed' })
  const { body } = await done(
    ward.leader.call(contract.decideCase, { ...seen(one), outcome: 'rejected', note: 'Không đủ điều kiện' }),
  )
  expect(body).toMatchObject({ outcome: 'rejected', results: [] })
})

test('what is late is decided with the reason, and returned all the same', async () => {
  const one = await atLeader(ward)
  await sql`update cases."case" set due_at = now() - interval '1 day' where id = ${one.id}`.execute(api.db)
  const without = await ward.leader.call(contract.decideCase, { ...seen(one), outcome: 'granted' })
  expect(without.problem).toMatchObject({ code: 'cases/late-reason-needed' })
  const invented = await ward.leader.call(contract.decideCase, {
    ...seen(one),
    outcome: 'granted',
    lateReason: 'dog-ate-it',
  })
  expect(invented.problem).toMatchObject({ code: 'cases/unknown-late-reason' })
  const { body } = await done(
    ward.leader.call(contract.decideCase, { ...seen(one), outcome: 'granted', lateReason: 'workload' }),
  )
  expect(body).toMatchObject({ onTime: false, lateReason: 'workload' })
  const returned = await ward.officer.call(contract.returnResult, { ...seen(body), way: 'desk' })
  expect(returned.status).toBe(200)
})

test('fees that are due hold a result back', async () => {
  const procedure = await buildProcedure(api, {
    fees: [
      { code: 'le-phi', kind: 'levy', name: { vi: 'Lệ phí', en: 'Levy' }, amountVnd: 20_000, validFrom: '2025-07-01' },
    ],
  })
  const one = await decided(ward, { procedureCode: procedure })
  expect(one).toMatchObject({ finance: 'due', feeTotalVnd: 20_000 })
  const { problem } = await ward.officer.call(contract.returnResult, { ...seen(one), way: 'desk' })
  expect(problem).toMatchObject({ status: 422, code: 'cases/fees-due' })
})

test('of two officers who act at once one is served and the other told who was first', async () => {
  const one = await received(ward)
  const acts = [ward.officer, ward.leader].map((who) => who.call(contract.forwardCase, { ...seen(one), note: '' }))
  const answers = await Promise.all(acts)
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const refused = answers.find(({ status }) => status === 409)
  expect(refused?.problem).toMatchObject({
    code: 'cases/changed-meanwhile',
    values: { by: expect.any(String), at: expect.stringContaining('T'), version: 2 },
  })
})

test('officers of another unit are told the case does not exist, and it is logged that they asked', async () => {
  const one = await received(ward)
  const read = await ward.stranger.call(contract.getCase, { caseId: one.id })
  const act = await ward.stranger.call(contract.forwardCase, seen(one))
  expect([read.problem, act.problem]).toMatchObject([
    { status: 404, code: 'cases/not-found' },
    { status: 404, code: 'cases/not-found' },
  ])
  const { rows } = await sql<{ operation: string }>`select operation from platform.audit
    where actor_id = ${ward.stranger.actorId} and outcome = 'cases/not-found' and target ->> 'caseId' = ${one.id} order by id`.execute(
    api.db,
  )
  expect(rows.map(({ operation }) => operation)).toEqual(['cases.get-case', 'cases.forward-case'])
})
