import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { modules } from '#main/modules.ts'
import * as cases from '#modules/cases/contract.ts'
import { cases as casesModule, type StandIns, sendThrough, startStandIns } from '#modules/cases/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { readConfig } from '#server/config.ts'
import { handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildProcedure, buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { sealAddress } from '../sign-in.ts'

let api: TestApi
let ward: Ward
let procedureCode: string
let standIns: StandIns
const none = readConfig({}).messages
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  procedureCode = await buildProcedure(api)
  standIns = await startStandIns(api.appDb, none)
})
beforeEach(() => sendThrough(standIns.messages))
afterAll(async () => {
  sendThrough(none)
  for (const server of servers) server.close()
  await standIns.close()
  await api.close()
})

let made = 0
async function citizen(): Promise<Caller> {
  const caller = api.as({ kind: 'citizen', name: 'Công dân' })
  await sql`insert into portal.citizen (id, channel, address_hash, address_sealed, created_at)
    values (${caller.actorId}, 'sms', ${`push ${made++}`}, ${sealAddress('84912345678', caller.actorId)}, now())`.execute(
    api.db,
  )
  return caller
}

/** The case that came of an application. */
async function filed(who: Caller): Promise<{ draftId: string; caseId: string }> {
  const { body: draft } = await done(who.call(contract.beginDraft, { procedureCode, unitId: ward.one }))
  const fields = { actingFor: 'self', 'subject.name': 'Nguyễn Thị Thử', 'subject.phone': '0912345678' }
  for (const [name, value] of Object.entries({ ...fields, 'paper.to-khai': 'bring' }))
    await done(who.call(contract.keepField, { draftId: draft.id, name, value }))
  const { body } = await done(who.call(contract.fileDraft, { draftId: draft.id }))
  const { rows } = await sql<{ id: string }>`select id from cases."case" where code = ${body.caseCode}`.execute(api.db)
  return { draftId: draft.id, caseId: rows[0]?.id ?? '' }
}

/** A browser with keys of its own, at the stand-in or elsewhere. */
function browser(endpoint = `https://${cases.STAND_IN_PUSH_HOST}/${randomBytes(8).toString('hex')}`) {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const auth = randomBytes(16)
  const target = { endpoint, p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') }
  const derived = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array | string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))
  /** What the browser reads, by the rules of RFC 8291. */
  const read = (body: Buffer): unknown => {
    const [salt, theirs] = [body.subarray(0, 16), body.subarray(21, 86)]
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), theirs])
    const secret = derived(keys.computeSecret(theirs), auth, info, 32)
    const key = derived(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
    const opened = createDecipheriv('aes-128-gcm', key, derived(secret, salt, 'Content-Encoding: nonce\0', 12))
    opened.setAuthTag(body.subarray(-16))
    const plain = Buffer.concat([opened.update(body.subarray(86, -16)), opened.final()])
    return JSON.parse(plain.subarray(0, -1).toString())
  }
  return { target, read }
}

const handlers = handlersByEvent(modules.flatMap((module) => module.handlers))
/** One round of sending, and what follows of it. */
async function round(): Promise<void> {
  await api.settle()
  await api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    const sending = casesModule.schedules?.find(({ name }) => name === 'cases.send-messages')
    await sending?.run(handlerContext(tx, handlers, new Date()))
  })
  await api.settle()
}

/** A push service that answers so, and what it was given. */
async function service(status: number): Promise<Buffer[]> {
  const given: Buffer[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      given.push(Buffer.concat(chunks))
      response.writeHead(status).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push(server)
  const { port } = server.address() as AddressInfo // listening on a port, not on a pipe
  sendThrough({ ...none, simulated: ['push'], pushStandInUrl: `http://127.0.0.1:${port}` })
  return given
}
const servers: Server[] = []
const on = (who: Caller, { target }: ReturnType<typeof browser>) =>
  done(who.call(contract.turnOnPush, { target, agreed: true }))
const pushed = async (caseId: string) =>
  (await done(ward.officer.call(cases.listMessages, { caseId, limit: 100 }))).body.messages.filter(
    ({ channel }) => channel === 'push',
  )

test('who agreed is told that there is news and where, and nothing else; the agreement is on record with its words', async () => {
  const who = await citizen()
  const { draftId, caseId } = await filed(who)
  const own = browser()
  await on(who, own)
  // The same browser again is the same.
  expect((await on(who, own)).body.devices).toHaveLength(1)
  await done(ward.officer.call(cases.writeLetter, { caseId, text: 'Nguyễn Thị Thử thiếu giấy chứng sinh' }))
  const bodies = await service(201)
  await round()
  expect(bodies.map((body) => own.read(body))).toEqual([
    { title: 'Dịch vụ công', body: 'Hồ sơ của bạn có tin mới.', url: `/ho-so-cua-toi/${draftId}` },
  ])
  expect(await pushed(caseId)).toMatchObject([{ state: 'sent' }])
  const { rows } = await sql<{ given: boolean }>`select given from portal.consent
    where citizen_id = ${who.actorId} and purpose = 'push' and text_hash <> ''`.execute(api.db)
  expect(rows).toEqual([{ given: true }])
})

test('where a browser is stands nowhere in clear', async () => {
  const who = await citizen()
  const own = browser()
  await on(who, own)
  const { rows } = await sql<{ text: string }>`select to_jsonb(a)::text || to_jsonb(d)::text as text
    from cases.push_address a join portal.push_device d on d.id = a.id`.execute(api.db)
  expect(rows.length).toBeGreaterThan(0)
  for (const { text } of rows) expect(text).not.toContain(own.target.endpoint.slice(-16))
  const key = await sql<{ text: string }>`select to_jsonb(k)::text as text from cases.push_key k`.execute(api.db)
  expect(key.rows).toHaveLength(1)
})

test('a browser that is gone is forgotten on both sides; one that is off is told no more', async () => {
  const who = await citizen()
  const { caseId } = await filed(who)
  await on(who, browser())
  await done(ward.officer.call(cases.writeLetter, { caseId, text: 'Một' }))
  await service(410)
  await round()
  expect((await done(who.call(contract.getPush, {}))).body.devices).toEqual([])
  expect(await pushed(caseId)).toMatchObject([{ state: 'given-up', lastError: 'push-gone' }])

  const { body } = await on(who, browser())
  const deviceId = body.devices[0]?.id ?? ''
  expect((await (await citizen()).call(contract.turnOffPush, { deviceId })).problem).toMatchObject({
    code: 'portal/unknown-device',
  })
  expect((await done(who.call(contract.turnOffPush, { deviceId }))).body.devices).toEqual([])
  await done(ward.officer.call(cases.writeLetter, { caseId, text: 'Hai' }))
  await round()
  expect(await pushed(caseId)).toHaveLength(1)
  const { rows } = await sql<{ given: boolean }>`select given from portal.consent
    where citizen_id = ${who.actorId} and purpose = 'push' order by id`.execute(api.db)
  expect(rows.map(({ given }) => given)).toEqual([true, true, false])
})

test('nobody is told at an address of one’s own network, without agreeing, or with keys that are none', async () => {
  const who = await citizen()
  const turn = (target: object, agreed: unknown = true) => who.call(contract.turnOnPush, { target, agreed })
  const { target } = browser()
  for (const endpoint of ['https://127.0.0.1/x', 'http://fcm.googleapis.com/x', 'https://db.internal/x'])
    expect((await turn({ ...target, endpoint })).problem).toMatchObject({ status: 400 })
  expect((await turn(target, false)).problem).toMatchObject({ status: 400 })
  const bent = Buffer.from(target.p256dh, 'base64url')
  bent[40] = (bent[40] ?? 0) ^ 1
  expect((await turn({ ...target, p256dh: bent.toString('base64url') })).problem).toMatchObject({
    code: 'cases/push-endpoint',
  })
  // Where there is no demonstration, nothing goes to its stand-in.
  sendThrough(none)
  expect((await turn(target)).problem).toMatchObject({ code: 'cases/push-endpoint' })
  expect((await done(who.call(contract.getPush, {}))).body).toMatchObject({ devices: [], standIn: null })
})

test('the stand-in takes what is signed and encrypted, and shows that it came', async () => {
  const who = await citizen()
  const { caseId } = await filed(who)
  await on(who, browser())
  await done(ward.officer.call(cases.writeLetter, { caseId, text: 'Ba' }))
  await round()
  expect(await pushed(caseId)).toMatchObject([{ state: 'sent' }])
  const { body } = await done(api.root.call(cases.listStandInMessages, { channel: 'push' }))
  expect(body.given[0]).toMatchObject({ caseId, taken: true, text: expect.stringContaining('aes128gcm') })
})
