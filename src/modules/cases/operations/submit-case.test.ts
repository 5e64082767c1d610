import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildWard, PAPER, PERSON, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

const submission = () => ({
  procedureCode: ward.procedure,
  competentUnitId: ward.one,
  authentication: 'eid-2',
  subject: PERSON,
  papers: [PAPER],
})

test('a case sent from afar has a code and waits for an officer; no clock runs', async () => {
  const { body } = await ward.officer.call(contract.submitCase, submission())
  expect(body).toMatchObject({ business: 'submitted', remote: true, channel: 'online', dueAt: null, stepId: null })
  expect(body.code).toMatch(/-0001$/)
  expect(body.possible.map(({ act }) => act)).toEqual(expect.arrayContaining(['receive', 'refuse']))
})

test('nobody sends in for a unit that is not theirs', async () => {
  expect((await ward.stranger.call(contract.submitCase, submission())).status).toBe(403)
})
