import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { freeLimits, manager, openCounters, paired } from '#testing/counter-openings.ts'
import { buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { identifyDevice } from '../identify-device.ts'

/** A Wednesday morning: counters are open. */
const MORNING = new Date('2026-12-02T01:30:00Z')
let api: TestApi
let ward: Ward
let office: Caller
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: MORNING })
  api = await testApi({ identify: identifyDevice })
})
afterAll(async () => {
  await api.close()
  vi.useRealTimers()
})
beforeEach(async () => {
  vi.setSystemTime(MORNING)
  await freeLimits(api)
  ward = await buildWard(api)
  await openCounters(api, ward.one)
  office = manager(api, ward.one)
})

const later = (minutes: number) => vi.setSystemTime(new Date(Date.now() + minutes * 60_000))
const COOKIE = /^haidang-device=([^;]+);/

/** A browser in a hall: it asks, and keeps what it is given. */
async function browser() {
  let cookie = ''
  const call: Caller['call'] = async (endpoint, input = {}) => {
    const answer = await api.anonymous.call(endpoint, input, cookie ? { cookie } : {})
    const given = COOKIE.exec(answer.headers.get('set-cookie') ?? '')?.[1]
    if (given) cookie = `haidang-device=${given}`
    return answer
  }
  return { call, cookie: () => cookie, screen: async () => (await done(call(contract.getOwnDevice, {}))).body }
}
type Browser = Awaited<ReturnType<typeof browser>>
const codeOf = async (device: Browser) => (await done(device.call(contract.askPairing, {}))).body.code
const place = (more: Record<string, unknown> = {}) => ({
  unitId: ward.one,
  kind: 'kiosk' as const,
  name: 'Máy cửa chính',
  ...more,
})
const take = (device: Pick<Caller, 'call'>) => device.call(contract.takeTicket, { requestKey: newId(), line: 'B' })
const at = (desk: string) => ({ unitId: ward.one, desk })
async function served(desk: string): Promise<string> {
  vi.setSystemTime(new Date(Date.now() + 100))
  const { ticket } = (await done(office.call(contract.callNext, at(desk)))).body
  await done(office.call(contract.finishTicket, { ...at(desk), ticketId: ticket?.id ?? '', outcome: 'done' }))
  return ticket?.id ?? ''
}

test('a browser shows a code, an official types it in any writing, and from then on it gives out numbers of that unit', async () => {
  const device = await browser()
  expect(await device.screen()).toEqual({ state: 'none' })
  expect((await take(device)).status).toBe(401)
  const code = await codeOf(device)
  expect(code).toMatch(/^[A-Z0-9]{3}-[A-Z0-9]{3}$/)
  expect(await device.screen()).toMatchObject({ state: 'waiting', code })
  expect((await take(device)).status).toBe(401)
  await done(office.call(contract.pairDevice, { code: ` ${code.toLowerCase().replace('-', ' ')}`, ...place() }))
  expect(await device.screen()).toMatchObject({
    state: 'kiosk',
    name: 'Máy cửa chính',
    kiosk: { unit: { id: ward.one } },
  })
  expect((await done(take(device))).body).toMatchObject({ shown: 'B001', unit: { id: ward.one } })
  const { rows } = await sql<{ actorKind: string; actorName: string }>`
    select actor_kind as "actorKind", actor_name as "actorName" from platform.audit
    where operation = 'appointments.take-ticket' and outcome = 'done' order by id desc limit 1`.execute(api.db)
  expect(rows).toEqual([{ actorKind: 'device', actorName: 'Máy cửa chính' }])
})

test('neither code nor secret stands in the database, and a code is good once', async () => {
  const [device, other] = [await browser(), await browser()]
  const code = await codeOf(device)
  const { rows } = await sql<{
    text: string
  }>`select coalesce(jsonb_agg(p)::text, '') as text from appointments.pairing p`.execute(api.db)
  expect(rows[0]?.text).not.toContain(code.replace('-', ''))
  expect(rows[0]?.text).not.toContain(device.cookie().split('=')[1])
  await codeOf(other)
  await done(office.call(contract.pairDevice, { code, ...place() }))
  const again = await office.call(contract.pairDevice, { code, ...place({ name: 'Máy khác' }) })
  expect(again.problem).toMatchObject({ status: 403, code: 'appointments/unknown-pairing' })
  expect(await other.screen()).toMatchObject({ state: 'waiting' })
})

test('a code runs out after ten minutes; a new one takes the place of the one before', async () => {
  const device = await browser()
  const first = await codeOf(device)
  const second = await codeOf(device)
  expect((await office.call(contract.pairDevice, { code: first, ...place() })).status).toBe(403)
  later(11)
  expect(await device.screen()).toEqual({ state: 'none' })
  expect((await office.call(contract.pairDevice, { code: second, ...place() })).status).toBe(403)
})

test('guesses are few: after ten wrong codes the right one waits an hour, and each stands in the log of acts', async () => {
  const code = await codeOf(await browser())
  for (let tried = 0; tried < 10; tried++)
    expect(
      (await office.call(contract.pairDevice, { code: `AAA-AA${tried % 10 > 5 ? 'B' : 'C'}`, ...place() })).status,
    ).toBe(403)
  const closed = await office.call(contract.pairDevice, { code, ...place() })
  expect(closed.problem).toMatchObject({ status: 429, code: 'appointments/pairing-closed' })
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from platform.audit
    where outcome = 'appointments/unknown-pairing' and actor_id = ${office.actorId}`.execute(api.db)
  expect(rows[0]?.count).toBe(10)
  const another = manager(api, ward.one)
  await done(another.call(contract.pairDevice, { code, ...place() }))
})

describe('the least right', () => {
  test('each kind does its one thing, no official’s act is open to it, and no official acts as one', async () => {
    const [kiosk, board] = [await paired(api, ward.one), await paired(api, ward.one, 'board')]
    const rating = await paired(api, ward.one, 'rating', '1')
    expect((await take(kiosk)).status).toBe(200)
    for (const other of [board, rating])
      expect((await take(other)).problem).toMatchObject({ status: 403, code: 'appointments/other-device' })
    const rate = { ticketId: newId(), stars: 5 }
    expect((await kiosk.call(contract.rateServed, rate)).problem).toMatchObject({ code: 'appointments/other-device' })
    for (const device of [kiosk, board, rating]) {
      expect((await device.call(contract.callNext, at('1'))).status).toBe(403)
      expect((await device.call(contract.listDevices, {})).status).toBe(403)
      expect((await device.call(contract.listOwnAppointments, {})).status).toBe(403)
    }
    expect((await take(office)).status).toBe(403)
    expect((await take(api.root)).status).toBe(403)
  })

  test('at a desk the one served there last is rated, once, and never another’s', async () => {
    const kiosk = await paired(api, ward.one)
    const rating = await paired(api, ward.one, 'rating', '2')
    for (let count = 0; count < 3; count++) await done(take(kiosk))
    const elsewhere = await served('1')
    const mine = await served('2')
    const say = (ticketId: string, stars: number) => rating.call(contract.rateServed, { ticketId, stars })
    expect((await say(elsewhere, 1)).problem).toMatchObject({ code: 'appointments/not-served' })
    await done(say(mine, 4))
    expect((await say(mine, 1)).problem).toMatchObject({ code: 'appointments/rated-already' })
    const next = await served('2')
    expect((await say(mine, 1)).problem).toMatchObject({ code: 'appointments/rated-already' })
    await done(say(next, 5))
    const { body } = await done(office.call(contract.listRatings, { unitId: ward.one, day: '2026-12-02' }))
    expect(body.ratings.map(({ stars, way }) => [stars, way])).toEqual([
      [5, 'kiosk'],
      [4, 'kiosk'],
    ])
  })
})

test('a lost device is revoked by its name: from that moment it does nothing, and its screen says so', async () => {
  const device = await browser()
  await done(office.call(contract.pairDevice, { code: await codeOf(device), ...place() }))
  const { body } = await done(office.call(contract.listDevices, { unitId: ward.one }))
  const found = body.devices.find(({ name }) => name === 'Máy cửa chính')
  expect(found).toMatchObject({ kind: 'kiosk', revokedAt: null, pairedByName: 'Người phụ trách quầy' })
  await done(take(device))
  const { body: seen } = await done(office.call(contract.listDevices, { unitId: ward.one }))
  expect(seen.devices[0]?.lastSeenAt).not.toBeNull()
  const revoke = { deviceId: found?.id ?? '', reason: 'Mất máy' }
  expect((await manager(api, ward.two).call(contract.revokeDevice, revoke)).status).toBe(404)
  await done(office.call(contract.revokeDevice, revoke))
  expect((await take(device)).status).toBe(401)
  expect(await device.screen()).toMatchObject({ state: 'revoked', name: 'Máy cửa chính' })
  expect((await office.call(contract.revokeDevice, revoke)).problem).toMatchObject({
    code: 'appointments/revoked-already',
  })
  // The name is free again, and so is the browser.
  await done(office.call(contract.pairDevice, { code: await codeOf(device), ...place() }))
  expect((await take(device)).status).toBe(200)
  expect((await device.call(contract.askPairing, {})).problem).toMatchObject({ code: 'appointments/paired-already' })
})

test('devices are named apart within a unit, renamed by those in charge, and listed for them alone', async () => {
  const pair = async (name: string) =>
    office.call(contract.pairDevice, { code: await codeOf(await browser()), ...place({ name }) })
  const { body } = await done(pair('Máy một'))
  await done(pair('Máy hai'))
  expect((await pair('MÁY MỘT')).problem?.errors).toMatchObject([
    { path: 'name', code: 'appointments/device-name-taken' },
  ])
  const rename = (who: Caller, name: string) => who.call(contract.renameDevice, { deviceId: body.id, name })
  expect((await rename(office, 'Máy hai')).problem?.errors).toMatchObject([{ path: 'name' }])
  expect((await rename(manager(api, ward.two), 'Của tôi')).status).toBe(404)
  await done(rename(office, 'Máy cửa phụ'))
  const names = async (who: Caller) =>
    (await done(who.call(contract.listDevices, {}))).body.devices.map(({ name }) => name)
  expect(await names(office)).toEqual(['Máy hai', 'Máy cửa phụ'])
  expect(await names(manager(api, ward.two))).toEqual([])
})

test('a device stands where counters are open, and one that rates at a desk of theirs', async () => {
  const code = await codeOf(await browser())
  const refused = async (who: Caller, more: Record<string, unknown>) =>
    (await who.call(contract.pairDevice, { code, ...place(more) })).problem?.code
  expect(await refused(manager(api, ward.two), { unitId: ward.two })).toBe('appointments/no-counters')
  expect(await refused(office, { unitId: ward.two })).toBe('organisation/outside-scope')
  expect(await refused(office, { kind: 'rating' })).toBe('appointments/desk-of-rating')
  expect(await refused(office, { kind: 'rating', desk: '9' })).toBe('appointments/unknown-desk')
  expect(await refused(office, { desk: '1' })).toBe('appointments/desk-of-rating')
  await done(office.call(contract.pairDevice, { code, ...place({ kind: 'rating', desk: '1' }) }))
})
