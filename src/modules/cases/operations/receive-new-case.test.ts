import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildProcedure, buildWard, done, leader, PAPER, PERSON, received, today, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

const intake = (more: Record<string, unknown> = {}) => ({
  procedureCode: ward.procedure,
  receivedUnitId: ward.one,
  channel: 'counter',
  subject: PERSON,
  papers: [PAPER],
  ...more,
})

test('a received case has a code, a due moment, its first step and what may be done next', async () => {
  const one = await received(ward)
  expect(one.code).toMatch(new RegExp(`^${ward.unitCode}-\\d{6}-\\d{4}$`))
  expect(one).toMatchObject({
    business: 'received',
    stepId: 'work',
    finance: 'none',
    unit: { unitId: ward.one, name: 'Phường Một' },
    version: 1,
    nationalCode: 2,
    missingPapers: [],
  })
  expect(one.dueAt).not.toBeNull()
  expect(one.firstDueAt).toBe(one.dueAt)
  expect(one.secret).toMatch(/^[2-9A-HJ-KMNP-TV-Z]{4}$/)
  expect(one.possible.map(({ act }) => act)).toEqual(expect.arrayContaining(['assign', 'forward', 'ask-supplement']))
  expect(one.acts.map(({ act }) => act)).toEqual(['receive'])
})

test('two hundred cases taken in at once get the numbers from 1 to 200', async () => {
  const crowded = await buildWard(api)
  const codes: (string | null)[] = []
  for (let batch = 0; batch < 10; batch++) {
    const cases = await Promise.all(Array.from({ length: 20 }, () => received(crowded)))
    codes.push(...cases.map(({ code }) => code))
  }
  const numbers = codes.map((code) => Number(code?.split('-').at(-1))).toSorted((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => index + 1))
})

test('a refused intake takes no number', async () => {
  const quiet = await buildWard(api)
  const refused = await quiet.officer.call(contract.receiveNewCase, {
    ...intake({ procedureCode: quiet.procedure, receivedUnitId: quiet.one }),
    papers: [{ code: 'nothing-known', form: 'copy' }],
    missingReason: 'Nộp sau',
  })
  expect(refused.problem).toMatchObject({ errors: [{ path: 'papers.0.code', code: 'cases/unknown-paper' }] })
  expect((await received(quiet)).code).toMatch(/-0001$/)
})

test('a unit without an identifier in force cannot receive', async () => {
  const inspector = leader(api, ward.province)
  const { problem } = await inspector.call(
    contract.receiveNewCase,
    intake({ receivedUnitId: ward.province, competentUnitId: ward.one }),
  )
  expect(problem).toMatchObject({ status: 422, code: 'cases/unit-has-no-code' })
})

test('papers that are missing ask for a reason', async () => {
  const { problem } = await ward.officer.call(contract.receiveNewCase, intake({ papers: [] }))
  expect(problem).toMatchObject({ status: 422, code: 'cases/papers-missing', values: { count: 1 } })
  const one = await received(ward, { papers: [], missingReason: 'Hẹn nộp sau' })
  expect(one.missingPapers.map(({ code }) => code)).toEqual(['to-khai'])
})

test('numbers that cannot be are refused by field, doubtful ones are kept with a warning', async () => {
  const subject = { ...PERSON, identityNumber: '077285001234', bornOn: '1985-03-01', phone: 'abc' }
  const { problem } = await ward.officer.call(contract.receiveNewCase, intake({ subject }))
  expect(problem).toMatchObject({
    status: 400,
    errors: [
      { path: 'subject.identityNumber', code: 'cases/identity-not-of-birth' },
      { path: 'subject.phone', code: 'cases/bad-phone' },
    ],
  })
  const doubtful = { ...PERSON, identityNumber: '005085001234', phone: '+84 912 345 678' }
  const one = await received(ward, { subject: doubtful })
  expect(one.parties).toMatchObject([{ phone: '0912345678', warnings: ['cases/unknown-birth-province'] }])
})

test('a case may be entered a little later than it was handed in, never ahead of time', async () => {
  const later = await ward.officer.call(
    contract.receiveNewCase,
    intake({ receivedAt: new Date(Date.now() + 60_000).toISOString() }),
  )
  expect(later.problem).toMatchObject({ code: 'cases/received-in-future' })
  const old = `${addDays(today(), -9)}T02:00:00Z`
  const { problem } = await ward.officer.call(contract.receiveNewCase, intake({ receivedAt: old }))
  expect(problem).toMatchObject({ code: 'cases/received-too-long-ago' })
})

test('the procedure, its level, its channels and its applicants bind', async () => {
  const refusal = async (more: Record<string, unknown>) =>
    (await leader(api, ward.province).call(contract.receiveNewCase, intake(more))).problem?.code
  expect(await refusal({ procedureCode: '9.999999' })).toBe('cases/no-procedure')
  expect(await refusal({ competentUnitId: ward.province })).toBe('cases/not-competent')
  expect(await refusal({ subject: { ...PERSON, kind: 'organisation' } })).toBe('cases/not-for-such-applicants')
  expect(await refusal({ competentUnitId: newId() })).toBe('cases/no-such-unit')
  const counterOnly = await buildProcedure(api, { channels: ['counter'] })
  expect(await refusal({ procedureCode: counterOnly, channel: 'post' })).toBe('cases/channel-not-offered')
})

test('nobody receives for a unit that is not theirs', async () => {
  const { problem } = await ward.stranger.call(contract.receiveNewCase, intake())
  expect(problem).toMatchObject({ status: 403 })
})

test('any unit of the level may be competent: three units stay apart', async () => {
  const one = await received(ward, { competentUnitId: ward.two, helpedUnitId: ward.province })
  expect(one).toMatchObject({
    receivedUnit: { unitId: ward.one },
    competentUnit: { unitId: ward.two },
    unit: { unitId: ward.two },
    helpedUnit: { unitId: ward.province },
  })
  const { body } = await done(ward.stranger.call(contract.getCase, { caseId: one.id }))
  expect(body.possible.map(({ act }) => act)).toContain('forward')
})
