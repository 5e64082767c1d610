import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '#kernel/id.ts'
import { createUnit } from '#modules/organisation/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { readConfig } from '#server/config.ts'
import { handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import type { Behaviour } from '../domain/stand-in.ts'
import { gatewaysOf, handOver, sendThrough } from '../gateways/message-gateways.ts'
import { sendDue } from '../handlers/send-messages.ts'
import { type KeptCase, keepCase, keepProcedure } from '../store/printed.fixture.ts'
import { type StandIns, startStandIns } from './start.ts'

let api: TestApi
let kept: KeptCase
let unitId: string
let standIns: StandIns

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
  await sql`update cases.party set email = 'dan@example.vn'`.execute(api.db)
  standIns = await startStandIns(api.appDb, readConfig({}).messages)
  standIns.reportTo(api.url)
  sendThrough(standIns.messages)
})
beforeEach(() => sql`delete from cases.message`.execute(api.db))
afterAll(async () => {
  await standIns.close()
  await api.close()
})

/** Writes to the citizen while the stand-in of the channel behaves so, sends it; the id. */
async function written(channel: 'sms' | 'email' | 'zalo', behaviour: Behaviour): Promise<string> {
  const told = await api.root.call(contract.setStandInBehaviour, { channel, behaviour })
  expect(told.body).toEqual({ channel, behaviour })
  const subject = channel === 'email' ? 'Hồ sơ của bà' : ''
  const { caseId } = kept
  const { body } = await api.root.call(contract.sendMessage, { caseId, channel, subject, text: 'Mời bà đến nhận.' })
  await round()
  return body.messageId
}
const round = () =>
  api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await sendDue(handlerContext(tx, handlersByEvent([]), new Date()), gatewaysOf(standIns.messages))
  })
const stateOf = async (messageId: string) => {
  const { body } = await api.root.call(contract.listMessages, { caseId: kept.caseId })
  return body.messages.find(({ id }) => id === messageId)?.state
}
const outbox = async () => (await api.root.call(contract.listStandInMessages)).body
const givenOf = async (messageId: string) => (await outbox()).given.filter((one) => one.messageId === messageId)

test('a text message is taken, and delivered once its report has come', async () => {
  const id = await written('sms', 'well')
  expect(await stateOf(id)).toBe('sent')
  await vi.waitFor(async () => expect((await givenOf(id))[0]?.reportAnswers).toBe('200'), 5000)
  await api.settle()
  expect(await stateOf(id)).toBe('delivered')
  expect(await givenOf(id)).toMatchObject([
    { channel: 'sms', recipient: '84903123456', text: 'Moi ba den nhan.', copies: 1, caseCode: kept.code },
  ])
})

test('a mail arrives with its words, and is never said to be delivered', async () => {
  const id = await written('email', 'well')
  expect(await stateOf(id)).toBe('sent')
  expect(await givenOf(id)).toMatchObject([
    { recipient: 'dan@example.vn', subject: 'Hồ sơ của bà', text: 'Mời bà đến nhận.', taken: true, report: null },
  ])
})

test.each([
  ['sms', 'losing', 'sent'],
  ['sms', 'busy', 'waiting'],
  ['zalo', 'broken', 'waiting'],
  ['zalo', 'refusing', 'given-up'],
  ['email', 'broken', 'waiting'],
  ['email', 'refusing', 'given-up'],
  ['email', 'losing', 'sent'],
] as const)('%s, %s: nobody gets the message, and its state is %s', async (channel, behaviour, state) => {
  const id = await written(channel, behaviour)
  await sql`update cases.message_channel set paused_until = null`.execute(api.db)
  expect(await stateOf(id)).toBe(state)
  expect((await givenOf(id)).map(({ copies }) => copies)).toEqual([0])
})

test.each(['sms', 'email'] as const)(
  '%s: a line that breaks after the message was taken brings it once',
  async (channel) => {
    const id = await written(channel, 'deaf')
    expect(await stateOf(id)).toBe('waiting')
    await api.root.call(contract.setStandInBehaviour, { channel, behaviour: 'well' })
    await api.root.call(contract.retryMessage, { caseId: kept.caseId, messageId: id })
    await round()
    expect(await stateOf(id)).toBe('sent')
    expect((await givenOf(id)).map(({ copies }) => copies)).toEqual([0, 1])
  },
)

test('a provider that brings a message twice and says so twice is heard once', async () => {
  const id = await written('zalo', 'doubling')
  await vi.waitFor(async () => expect((await givenOf(id))[0]?.reportAnswers).toBe('200 409'), 5000)
  await round()
  expect(await stateOf(id)).toBe('delivered')
  expect(await givenOf(id)).toMatchObject([{ copies: 2 }])
})

test('only who may set things up makes a stand-in misbehave, and only as it can', async () => {
  const at = (id: string, permission: string) => api.as({ grants: [{ permission, unitId: id, reach: 'own' }] })
  const wish = { channel: 'sms', behaviour: 'losing' } as const
  expect((await at(unitId, 'cases:read').call(contract.setStandInBehaviour, wish)).status).toBe(403)
  expect((await at(unitId, 'cases:define').call(contract.setStandInBehaviour, wish)).status).toBe(403)
  const late = await api.root.call(contract.setStandInBehaviour, { channel: 'email', behaviour: 'late' })
  expect(late.problem).toMatchObject({ code: 'cases/no-such-behaviour' })
  await written('sms', 'well')
  expect((await at(unitId, 'cases:read').call(contract.listStandInMessages)).body.given).toHaveLength(1)
  expect((await at(newId(), 'cases:read').call(contract.listStandInMessages)).body.given).toEqual([])
})

test('what other modules write is seen by those of its unit, with what the stand-in did to it', async () => {
  const at = (id: string) => api.as({ grants: [{ permission: 'cases:read', unitId: id, reach: 'own' }] })
  const label = { vi: 'Lịch hẹn LH-ABCD-3467', en: 'Appointment LH-ABCD-3467' }
  const about = { kind: 'appointment', id: newId(), label, unitId }
  const message = { id: newId(), to: '84903123456', subject: '', text: 'Lich hen', template: null }
  const behave = (behaviour: Behaviour) => api.root.call(contract.setStandInBehaviour, { channel: 'sms', behaviour })
  await behave('busy')
  await expect(handOver('sms', message, about)).rejects.toThrow('asks for patience')
  await behave('well')
  await handOver('sms', message, about)
  const { body } = await at(unitId).call(contract.listStandInMessages)
  const given = body.given.filter(({ messageId }) => messageId === message.id)
  expect(given.map(({ behaviour, copies }) => [behaviour, copies])).toEqual([
    ['well', 1],
    ['busy', 0],
  ])
  const { unitId: _, ...shown } = about
  expect(given[0]).toMatchObject({ caseId: null, caseCode: null, about: shown })
  expect((await at(newId()).call(contract.listStandInMessages)).body.given).toEqual([])
  await handOver('sms', { ...message, id: newId() }, { ...about, kind: 'sign-in', unitId: null })
  const kinds = async (who: typeof api.root) =>
    (await who.call(contract.listStandInMessages)).body.given.map(({ about: one }) => one?.kind ?? 'case')
  expect(await kinds(api.root)).toContain('sign-in')
  expect(await kinds(at(unitId))).not.toContain('sign-in')
})

test('where there are no stand-ins nothing is simulated, and none can be told anything', async () => {
  sendThrough(readConfig({}).messages)
  expect((await outbox()).standIns).toEqual([])
  const told = await api.root.call(contract.setStandInBehaviour, { channel: 'sms', behaviour: 'well' })
  expect(told.problem).toMatchObject({ code: 'cases/no-stand-in' })
  sendThrough(standIns.messages)
})
