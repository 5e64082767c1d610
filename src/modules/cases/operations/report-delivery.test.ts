import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#kernel/id.ts'
import { createUnit } from '#modules/organisation/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract/messages.ts'
import { signedReport } from '../stand-ins/reports.ts'
import { type KeptCase, keepCase, keepProcedure } from '../store/printed.fixture.ts'

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
let api: TestApi
let kept: KeptCase
let unitId: string

beforeAll(async () => {
  vi.stubEnv('MESSAGE_REPORT_SECRETS', SECRET)
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
afterAll(async () => {
  vi.unstubAllEnvs()
  await api.close()
})

const sent = async (providerId: string) => {
  await sql`insert into cases.message (id, case_id, channel, language, recipient, subject, text, state, provider_id, queued_at, sent_at)
    values (${newId()}, ${kept.caseId}, 'sms', 'vi', '84900000000', '', 'x', 'sent', ${providerId}, now(), now())`.execute(
    api.db,
  )
}
const stateOf = async (providerId: string) => {
  const { rows } = await sql<{
    state: string
  }>`select state from cases.message where provider_id = ${providerId}`.execute(api.db)
  return rows[0]?.state
}
const report = (id: string, webhookId: string, at = new Date(), secret = SECRET) =>
  signedReport(secret, { channel: 'sms', id, state: 'delivered' }, { webhookId, at })
const give = (body: Record<string, unknown>) => api.anonymous.call(contract.reportDelivery, body)

test('a signed report settles its message', async () => {
  await sent('p-1')
  expect((await give(report('p-1', 'w-1'))).status).toBe(200)
  await api.settle()
  expect(await stateOf('p-1')).toBe('delivered')
})

test('forged, changed, old and future reports are refused, and so is one that comes twice', async () => {
  await sent('p-2')
  const minutes = (count: number) => new Date(Date.now() + count * 60_000)
  const good = report('p-2', 'w-2')
  const bad = [
    report('p-2', 'w-3', new Date(), `whsec_${Buffer.alloc(32, 4).toString('base64')}`),
    { ...good, payload: good.payload.replace('delivered', 'undelivered') },
    { ...good, webhookId: 'w-4' },
    { ...good, timestamp: good.timestamp + 1 },
    { ...good, signature: 'v1,' },
    { ...good, signature: good.signature.replace('v1,', 'v2,') },
    report('p-2', 'w-5', minutes(-6)),
    report('p-2', 'w-6', minutes(6)),
  ]
  for (const body of bad)
    expect((await give(body)).problem).toMatchObject({ status: 403, code: 'cases/report-not-signed' })
  await api.settle()
  expect(await stateOf('p-2')).toBe('sent')
  expect((await give(good)).status).toBe(200)
  expect((await give(good)).problem).toMatchObject({ status: 409, code: 'cases/report-seen' })
  await api.settle()
  expect(await stateOf('p-2')).toBe('delivered')
})

test('a report that comes before its sending is kept waits for it', async () => {
  expect((await give(report('p-early', 'w-early'))).status).toBe(200)
  await api.settle()
  await sent('p-early')
  const told = await give(report('p-other', 'w-other'))
  expect(told.status).toBe(200)
  await api.settle()
  expect(await stateOf('p-early')).toBe('delivered')
})

test('a report on what nobody sent, or on what is settled, changes nothing; nonsense under a signature is refused', async () => {
  expect((await give(report('p-unknown', 'w-7'))).status).toBe(200)
  const late = signedReport(
    SECRET,
    { channel: 'sms', id: 'p-1', state: 'undelivered' },
    { webhookId: 'w-8', at: new Date() },
  )
  expect((await give(late)).status).toBe(200)
  await api.settle()
  expect(await stateOf('p-1')).toBe('delivered')
  const nonsense = signedReport(SECRET, { id: 1 }, { webhookId: 'w-9', at: new Date() })
  expect((await give(nonsense)).problem).toMatchObject({ code: 'cases/report-unreadable' })
})

test('an officer writes to the citizen, sees what became of it, and a stranger does not', async () => {
  const at = (id: string, ...names: string[]) =>
    api.as({ grants: names.map((permission) => ({ permission, unitId: id, reach: 'own' as const })) })
  const officer = at(unitId, 'cases:read', 'cases:process')
  const { caseId } = kept
  const made = await officer.call(contract.sendMessage, { caseId, channel: 'sms', text: 'Mời bà đến bổ sung.' })
  expect(made.status).toBe(200)
  const { body } = await officer.call(contract.listMessages, { caseId })
  expect(body.messages[0]).toMatchObject({ id: made.body.messageId, state: 'queued', text: 'Moi ba den bo sung.' })
  expect(body.ways.find(({ channel }) => channel === 'sms')).toEqual({
    channel: 'sms',
    configured: false,
    simulated: false,
    reachable: true,
  })
  expect(
    (await officer.call(contract.sendMessage, { caseId, channel: 'email', text: 'x', subject: 'x' })).problem,
  ).toMatchObject({ code: 'cases/no-address' })
  await sql`update cases.message set state = 'given-up', next_at = null where id = ${made.body.messageId}`.execute(
    api.db,
  )
  expect((await officer.call(contract.retryMessage, { caseId, messageId: made.body.messageId })).status).toBe(200)
  const taken = body.messages.find(({ state }) => state === 'delivered')
  expect((await officer.call(contract.retryMessage, { caseId, messageId: taken?.id })).problem).toMatchObject({
    code: 'cases/message-taken',
  })
  const stranger = api.as({
    grants: [
      { permission: 'cases:read', unitId: newId(), reach: 'own' },
      { permission: 'cases:process', unitId: newId(), reach: 'own' },
    ],
  })
  expect((await stranger.call(contract.listMessages, { caseId })).status).toBe(404)
  expect((await stranger.call(contract.sendMessage, { caseId, channel: 'sms', text: 'x' })).status).toBe(404)
  const overview = await api.root.call(contract.messageOverview)
  expect(overview.body.channels.find(({ channel }) => channel === 'sms')).toMatchObject({ configured: false })
})

test('words are changed from a day on, previewed, and cannot hold places that do not exist', async () => {
  const words = { act: 'decide', channel: 'sms', language: 'vi', text: 'Hồ sơ {code} xong. {name}' } as const
  const { body: shown } = await api.root.call(contract.previewMessageTemplate, words)
  expect(shown).toMatchObject({ parts: 1, unknownPlaces: [] })
  const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  const save = (more: Record<string, unknown>) =>
    api.root.call(contract.saveMessageTemplate, {
      ...words,
      automatic: true,
      validFrom: day,
      reason: 'Gọn hơn',
      ...more,
    })
  expect((await save({ text: '{password}' })).problem).toMatchObject({ code: 'cases/unknown-place' })
  expect((await save({ validFrom: '2025-01-01' })).problem).toMatchObject({ code: 'cases/template-past' })
  const { body: made } = await save({})
  const { body } = await api.root.call(contract.listMessageTemplates, { limit: 200 })
  const inForce = body.templates.filter(
    ({ act, channel, language, automatic }) => act === 'decide' && channel === 'sms' && language === 'vi' && automatic,
  )
  expect(inForce.at(-1)).toMatchObject({ id: made.templateId, text: words.text })
})
