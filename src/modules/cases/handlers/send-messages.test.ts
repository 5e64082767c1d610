import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createUnit } from '#modules/organisation/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { emitter, handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { type Gateways, gatewaysOf } from '../gateways/message-gateways.ts'
import { notifyHandlers } from '../notify-operations.ts'
import { standInProvider } from '../stand-ins/message-provider.ts'
import { type KeptCase, keepCase, keepProcedure } from '../store/printed.fixture.ts'
import { sendDue } from './send-messages.ts'

let api: TestApi
let kept: KeptCase
let provider: Awaited<ReturnType<typeof standInProvider>>
let gateways: Gateways
const NO_WAY = {
  smtpUrl: undefined,
  mailFrom: undefined,
  smsUrl: undefined,
  smsKey: undefined,
  zaloUrl: undefined,
  zaloKey: undefined,
  reportSecrets: [],
  simulated: [],
}

beforeAll(async () => {
  api = await testApi()
  const { body } = await api.root.call(createUnit, {
    name: 'Phường Vũng Tàu',
    kind: 'ward',
    level: 'commune',
    validFrom: '2025-07-01',
  })
  kept = await keepCase(api.db, await keepProcedure(api.db), { unitId: body.unitId })
  provider = await standInProvider()
  gateways = gatewaysOf({ ...NO_WAY, smsUrl: provider.url, smsKey: provider.key })
})
beforeEach(async () => {
  await sql`delete from cases.message`.execute(api.db)
  await sql`update cases.message_channel set paused_until = null`.execute(api.db)
})
afterAll(async () => {
  await provider.close()
  await api.close()
})

const handlers = handlersByEvent(notifyHandlers)
/** One round of sending, as a process does it. */
const send = (now = new Date(), through = gateways) =>
  api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await sendDue(handlerContext(tx, handlers, now), through)
  })
const acted = async (number: number, act: string) => {
  await api.appDb
    .transaction()
    .execute((tx) =>
      emitter(tx, handlers, new Date())('cases.acted', { caseId: kept.caseId, number, act, toState: 'supplement' }),
    )
  await api.settle()
}
const messages = async () => {
  const { rows } = await sql<{
    channel: string
    state: string
    attempts: number
    text: string
    lastError: string | null
    id: string
  }>`
    select id, channel, state, attempts, text, last_error from cases.message order by channel`.execute(api.db)
  return rows
}

test('an act queues its message once, however often it is told', async () => {
  for (let time = 0; time < 3; time++) await acted(2, 'ask-supplement')
  const [only, ...others] = await messages()
  expect(others).toEqual([])
  // No mail: the person gave a phone number alone.
  expect(only).toMatchObject({ channel: 'sms', state: 'queued' })
  expect(only?.text).toContain(`Ho so ${kept.code} can bo sung`)
  expect(only?.text).toContain('Thieu quyet dinh ly hon')
})

test('many processes at once send a message once', async () => {
  await acted(2, 'ask-supplement')
  const before = provider.calls()
  provider.behave('slow')
  await Promise.all(Array.from({ length: 5 }, () => send()))
  expect(provider.calls() - before).toBe(1)
  expect(await messages()).toMatchObject([{ state: 'sent', attempts: 1 }])
})

test('a process that dies after the provider took a message gives it again under the same key: counted once there, and once here', async () => {
  await acted(2, 'ask-supplement')
  const [message] = await messages()
  const dying: Gateways = {
    ...gateways,
    sms: async (outgoing) => {
      await gateways.sms?.(outgoing)
      throw new Error('the process died')
    },
  }
  await expect(send(new Date(), dying)).rejects.toThrow('died')
  expect(await messages()).toMatchObject([{ state: 'queued', attempts: 0 }])
  await send()
  expect(await messages()).toMatchObject([{ state: 'sent', attempts: 1 }])
  expect(provider.taken().filter(({ messageId }) => messageId === message?.id)).toHaveLength(1)
})

test('a line that breaks after the message was taken makes one message, not two', async () => {
  await acted(2, 'ask-supplement')
  const [message] = await messages()
  provider.behave('deaf')
  await send()
  expect(await messages()).toMatchObject([{ state: 'waiting', lastError: 'unreachable' }])
  await send(new Date(Date.now() + 120_000))
  expect(await messages()).toMatchObject([{ state: 'sent', attempts: 2 }])
  expect(provider.taken().filter(({ messageId }) => messageId === message?.id)).toHaveLength(1)
})

test('a provider in trouble is asked again later, one that is busy when it said, and one that refuses never', async () => {
  await acted(2, 'ask-supplement')
  provider.behave('broken', 'busy', 'refusing')
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  await send(at(0))
  expect(await messages()).toMatchObject([{ state: 'waiting', attempts: 1, lastError: 'http-500' }])
  await send(at(0.5))
  expect(await messages()).toMatchObject([{ attempts: 1 }])
  await send(at(2))
  expect(await messages()).toMatchObject([{ attempts: 2, lastError: 'http-429' }])
  await send(at(3))
  expect(await messages()).toMatchObject([{ attempts: 2 }])
  await send(at(10))
  expect(await messages()).toMatchObject([{ state: 'given-up', attempts: 3, lastError: 'http-422' }])
})

test('without a provider a message is not sent and says so; it goes when there is one', async () => {
  await acted(2, 'ask-supplement')
  await send(new Date(), gatewaysOf(NO_WAY))
  expect(await messages()).toMatchObject([{ state: 'not-configured', attempts: 0 }])
  await send(new Date(Date.now() + 6 * 60_000))
  expect(await messages()).toMatchObject([{ state: 'sent' }])
})

test('no channel sends more in a minute than it may', async () => {
  await sql`update cases.message_channel set per_minute = 2 where channel = 'sms'`.execute(api.db)
  await sql`insert into cases.message (id, case_id, channel, language, recipient, subject, text, state, queued_at, next_at)
    select gen_random_uuid(), ${kept.caseId}, 'sms', 'vi', '84900000000', '', 'x', 'queued', now(), now() from generate_series(1, 5)`.execute(
    api.db,
  )
  const now = new Date()
  await send(now)
  await send(new Date(now.getTime() + 1000))
  const sent = async () => (await messages()).filter(({ state }) => state === 'sent').length
  expect(await sent()).toBe(2)
  await send(new Date(now.getTime() + 61_000))
  expect(await sent()).toBe(4)
  await sql`update cases.message_channel set per_minute = 60 where channel = 'sms'`.execute(api.db)
})

test('mail goes out with its own number as Message-ID and its subject in Vietnamese', async () => {
  const mails: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'))
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await sql`update cases.party set email = 'dan@example.vn'`.execute(api.db)
  await acted(2, 'ask-supplement')
  await send(
    new Date(),
    gatewaysOf({ ...NO_WAY, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Một cửa <motcua@vungtau.example>' }),
  )
  await new Promise<void>((resolve) => server.close(resolve))
  await sql`update cases.party set email = null`.execute(api.db)
  const [mail] = (await messages()).filter(({ channel }) => channel === 'email')
  expect(mail).toMatchObject({ state: 'sent' })
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain(`Message-ID: <${mail?.id}@vungtau.example>`)
  expect(mails[0]).toMatch(/Subject: =\?UTF-8\?/)
})
