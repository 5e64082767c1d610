import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { type Answer, type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildVictim, INPUTS, isAboutCases, keptOf, type Victim } from '#testing/case-rights.ts'
import { buildWard, done, PAPER, PERSON, received, type Ward } from '#testing/ward.ts'
import * as contract from './contract.ts'
import { cases } from './index.ts'

/** Nobody reaches a case that is not theirs, by any operation there is: not found, logged, and nothing is moved. */
let api: TestApi
let ward: Ward
let other: Caller
let nobody: Caller
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  other = api.as({ grants: [{ permission: 'cases:*', unitId: ward.two, reach: 'subtree' }] })
  nobody = api.as({ grants: [] })
})
afterAll(() => api.close())

const permissions = [...new Set(cases.operations.map(({ endpoint }) => endpoint.permission))]
const endpoints = cases.operations.map(({ endpoint }) => endpoint)
const aboutCases = endpoints.filter(({ input }) => isAboutCases(input))
const asked = (endpoint: Endpoint, victim: Victim) => INPUTS[endpoint.id]?.(victim, ward) ?? {}

/** Someone of the right ward with every right over cases but this one. */
const without = (permission: string) =>
  api.as({
    grants: permissions
      .filter((one) => one.startsWith('cases:') && one !== permission)
      .map((one) => ({ permission: one, unitId: ward.one, reach: 'subtree' as const })),
  })

async function refusalsOf(endpoint: Endpoint, caller: Caller): Promise<{ outcome: string; target: object }[]> {
  const { rows } = await sql<{ outcome: string; target: object }>`select outcome, target from platform.audit
    where operation = ${endpoint.id} and actor_id is not distinct from ${caller.actorId || null}
      and outcome not in ('done', 'read') order by id`.execute(api.db)
  return rows
}

/** The refusal, of one case or of the only one of many. */
function refusal({ status, body, problem }: Answer<unknown>) {
  if (problem) return { status, code: problem.code }
  const many = body as { done?: unknown[]; refused?: { code: string }[] }
  expect(many.done).toEqual([])
  return { status: 404, code: many.refused?.[0]?.code }
}

test('every operation about cases has an input with which it is tried', () => {
  expect(aboutCases.filter(({ id }) => INPUTS[id] === undefined).map(({ id }) => id)).toEqual([])
  expect(aboutCases.length).toBeGreaterThan(30)
})

describe.each(aboutCases.map((endpoint) => [endpoint.id, endpoint] as const))('%s', (_id, endpoint) => {
  test('finds nothing of another ward, says so in the log, and moves nothing', async () => {
    const victim = await buildVictim(ward)
    const before = await keptOf(api.db, victim.caseId)
    expect(refusal(await other.call(endpoint, asked(endpoint, victim)))).toEqual({
      status: 404,
      code: 'cases/not-found',
    })
    expect(await refusalsOf(endpoint, other)).toEqual([
      { outcome: 'cases/not-found', target: expect.objectContaining({ caseId: victim.caseId }) },
    ])
    // One that does not exist is answered in the same words.
    const none = { ...victim, caseId: newId() }
    expect(refusal(await other.call(endpoint, asked(endpoint, none))).code).toBe('cases/not-found')

    const lacking = without(endpoint.permission)
    for (const [caller, status] of [
      [lacking, 403],
      [nobody, 403],
      [api.anonymous, 401],
    ] as const) {
      expect((await caller.call(endpoint, asked(endpoint, victim))).status).toBe(status)
      expect((await refusalsOf(endpoint, caller)).length).toBe(1)
    }
    expect(await keptOf(api.db, victim.caseId)).toEqual(before)

    // The input is one that reaches the case when it is one's own.
    const own = api.as({ grants: [{ permission: 'cases:*', unitId: ward.one, reach: 'subtree' }] })
    expect([200, 409, 422]).toContain((await own.call(endpoint, asked(endpoint, victim))).status)
  })
})

const parts = ['opinionId', 'paperId', 'messageId', 'letterId'] as const
const withParts = aboutCases.filter(({ input }) => parts.some((part) => part in input.shape))

test.each(withParts.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s does not reach a part of another’s case through one’s own',
  async (_id, endpoint) => {
    const victim = await buildVictim(ward)
    const own = await received({ one: ward.two, procedure: ward.procedure, officer: other })
    const before = [await keptOf(api.db, victim.caseId), await keptOf(api.db, own.id)]
    const mixed = { ...victim, caseId: own.id, version: own.version }
    expect([404, 409]).toContain((await other.call(endpoint, asked(endpoint, mixed))).status)
    expect([await keptOf(api.db, victim.caseId), await keptOf(api.db, own.id)]).toEqual(before)
  },
)

test('a file that somebody else put in is taken nowhere and opened by nobody', async () => {
  const { fileId } = await buildVictim(ward)
  const papers = [{ ...PAPER, fileId }]
  const new_ = { procedureCode: ward.procedure, receivedUnitId: ward.two, channel: 'counter', subject: PERSON, papers }
  const own = await received({ one: ward.two, procedure: ward.procedure, officer: other })
  const taken = { caseId: own.id, version: own.version, assigneeId: other.actorId }
  const { version } = (await done(other.call(contract.assignCase, taken))).body
  const { body } = await done(
    other.call(contract.consultUnits, { caseId: own.id, version, unitIds: [ward.two], question: 'Sao?' }),
  )
  const seen = { caseId: own.id, version: body.version }
  const opinionId = body.opinions[0]?.id
  const tries = [
    await other.call(contract.checkFile, { fileId }),
    await other.call(contract.imagesToPdf, { fileIds: [fileId], title: 'Ảnh' }),
    await other.call(contract.receiveNewCase, new_),
    await other.call(contract.submitCase, { ...new_, competentUnitId: ward.two, channel: 'online' }),
    await other.call(contract.answerOpinion, { ...seen, opinionId, agrees: true, answer: 'Vâng', fileId }),
  ]
  expect(tries.map(({ problem }) => problem?.code)).toEqual(Array(5).fill('platform/not-found'))
  const { body: before } = await done(other.call(contract.getCase, { caseId: own.id }))
  const asking = { caseId: own.id, version: before.version, papers: [{ ...PAPER, note: '' }], reason: 'Thiếu giấy' }
  const waiting = await done(other.call(contract.askSupplement, asking))
  const given = { caseId: own.id, version: waiting.body.version, papers }
  expect((await other.call(contract.supplementCase, given)).problem?.code).toBe('platform/not-found')
})

test('what anyone may call is known, one by one', () => {
  const open = endpoints.filter(({ permission }) => permission === 'anyone' || permission === 'signed-in')
  expect(open.map(({ id }) => id).toSorted()).toEqual([
    'cases.check-file',
    'cases.images-to-pdf',
    'cases.look-up-case',
    'cases.report-delivery',
    'cases.write-by-receipt',
  ])
})
