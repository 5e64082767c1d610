import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ConnectedWard, connectedWard } from '#testing/exchange.ts'
import { decided, done, officer, received, today } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { DEFAULT_PROFILES } from '../domain/profile.ts'

let place: ConnectedWard
beforeAll(async () => {
  place = await connectedWard()
})
afterAll(() => place.close())

const RIGHTS = ['exchange:read', 'exchange:send']
const own = () => officer(place.api, place.ward.one, RIGHTS)
const other = () => officer(place.api, place.ward.two, RIGHTS)
const statesOf = async (caseId: string) => {
  const { rows } = await sql<{ state: string }>`
    select state from exchange.outgoing where case_id = ${caseId} order by act, place`.execute(place.api.db)
  return rows.map(({ state }) => state)
}
/** The portal says no until the part is parked. */
async function parkedCase() {
  const one = await received(place.ward)
  await place.api.settle()
  await sql`update exchange.outgoing set state = 'parked', attempts = 6, last_error = 'error-12'
    where case_id = ${one.id} and part = 'record'`.execute(place.api.db)
  return one
}

test('the backlog says what waits, what is parked and since when, to a unit of its own alone', async () => {
  const one = await parkedCase()
  const { body } = await done(own().call(contract.showBacklog))
  expect(body.units).toMatchObject([{ unitId: place.ward.one, parked: 1, waiting: 1 }])
  expect(body.oldest).not.toBeNull()
  expect((await done(other().call(contract.showBacklog))).body.units).toEqual([])
  const { body: listed } = await done(own().call(contract.listOutgoing, { state: 'parked' }))
  expect(listed.outgoing).toMatchObject([{ caseId: one.id, code: one.code, part: 'record', lastError: 'error-12' }])
  expect((await done(other().call(contract.listOutgoing, { state: 'parked' }))).body.outgoing).toEqual([])
  const { problem } = await officer(place.api, place.ward.one).call(contract.showBacklog)
  expect(problem).toMatchObject({ status: 403 })
  await done(own().call(contract.sendAgain, { caseId: one.id }))
  await place.sendAll()
})

test('what is parked holds back its case alone; sent again by hand it goes, and the rest after it', async () => {
  const one = await parkedCase()
  const two = await received(place.ward)
  await place.api.settle()
  await place.send(700)
  expect(await statesOf(one.id)).toEqual(['parked', 'queued'])
  expect(await statesOf(two.id)).toEqual(['sent', 'sent'])
  expect((await other().call(contract.sendAgain, { caseId: one.id })).problem).toMatchObject({ status: 404 })
  const { body } = await done(own().call(contract.sendAgain, { caseId: one.id }))
  expect(body.queued).toBe(1)
  await place.sendAll()
  expect(await statesOf(one.id)).toEqual(['sent', 'sent'])
})

test('a person leaves out what is parked, with the reason, and nothing else', async () => {
  const one = await parkedCase()
  const { body } = await done(own().call(contract.listOutgoing, { state: 'parked', caseId: one.id }))
  const outgoingId = body.outgoing[0]?.id ?? ''
  const asked = { outgoingId, reason: 'Cổng đã có hồ sơ này' }
  expect((await other().call(contract.leaveOut, asked)).problem).toMatchObject({ status: 404 })
  await done(own().call(contract.leaveOut, asked))
  expect((await own().call(contract.leaveOut, asked)).problem).toMatchObject({ code: 'exchange/not-parked' })
  expect(await statesOf(one.id)).toEqual(['left-out', 'queued'])
  // Without its dossier the portal knows no steps of it: tried and waited with, not dropped.
  await place.send(700)
  expect(await statesOf(one.id)).toEqual(['left-out', 'waiting'])
  await sql`update exchange.outgoing set state = 'left-out' where case_id = ${one.id}`.execute(place.api.db)
})

test('a day told again comes under the same keys: the portal counts nothing twice and ends with the last state', async () => {
  const one = await decided(place.ward)
  await place.sendAll()
  const counted = place.standIn.state.counted().length
  const state = place.standIn.state.dossiers.get(one.code ?? '')?.TrangThaiHoSo
  const { body } = await done(own().call(contract.replayDay, { day: today() }))
  expect(body.queued).toBeGreaterThan(0)
  await place.sendAll()
  expect(place.standIn.state.counted().length).toBe(counted)
  expect(place.standIn.state.dossiers.get(one.code ?? '')?.TrangThaiHoSo).toBe(state)
  expect((await done(other().call(contract.replayDay, { day: today() }))).body.queued).toBe(0)
  expect((await own().call(contract.replayDay, { day: '2099-01-01' })).problem).toMatchObject({
    code: 'exchange/day-to-come',
  })
})

test('what the portal lost is told to it again with its day', async () => {
  const one = await received(place.ward)
  await place.sendAll()
  place.standIn.state.forget(one.code ?? '')
  await done(own().call(contract.replayDay, { day: today() }))
  await place.sendAll()
  expect(place.standIn.state.dossiers.get(one.code ?? '')).toMatchObject({ TrangThaiHoSo: '2' })
})

test('where the portal says otherwise the report says it field by field, until it agrees', async () => {
  const one = await received(place.ward)
  await place.sendAll()
  const code = one.code ?? ''
  const { dossiers } = place.standIn.state
  dossiers.set(code, { ...dossiers.get(code), ChuHoSo: 'Người khác', TrangThaiHoSo: '4' })
  await done(own().call(contract.compareCases, { caseId: one.id }))
  await place.compare()
  const { body } = await done(own().call(contract.listMismatches))
  expect(body.mismatches).toMatchObject([
    {
      caseId: one.id,
      found: true,
      differences: [
        { field: 'ChuHoSo', ours: 'Nguyễn Thị Thử', theirs: 'Người khác' },
        { field: 'TrangThaiHoSo', ours: '2', theirs: '4' },
      ],
    },
  ])
  expect((await done(other().call(contract.listMismatches))).body.mismatches).toEqual([])
  await done(own().call(contract.sendAgain, { caseId: one.id }))
  dossiers.delete(code)
  await done(own().call(contract.compareCases, { caseId: one.id }))
  await place.sendAll()
  await place.compare()
  expect((await done(own().call(contract.listMismatches))).body.mismatches).toMatchObject([{ found: false }])
})

test('the portal fetches files it was told of, and no others', async () => {
  const portal = place.api.as({ grants: [{ permission: 'exchange:deliver', unitId: null, reach: 'subtree' }] })
  const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
  const fileId = await place.ward.officer.upload('to-khai.pdf', 'application/pdf', bytes)
  const one = await received(place.ward)
  await place.sendAll()
  const asked = { caseId: one.id, fileId }
  expect((await portal.call(contract.fetchFile, asked)).problem).toMatchObject({ status: 404 })
  await sql`update cases.paper set file_id = ${fileId} where case_id = ${one.id}`.execute(place.api.db)
  await sql`insert into cases.file_check (file_id, media_type, state, checked_at) values (${fileId}, 'application/pdf', 'clean', now())`.execute(
    place.api.db,
  )
  const { body } = await done(portal.call(contract.fetchFile, asked))
  expect(body.bytes).toEqual(bytes)
  expect((await own().call(contract.fetchFile, asked)).problem).toMatchObject({ status: 403 })
})

test('the connection keeps its secret, and asks for it again when it is turned elsewhere', async () => {
  const { root } = place.api
  const now = async () => (await done(root.call(contract.getConnection))).body
  const real = {
    kind: 'real' as const,
    address: 'https://dvcqg.example.vn/api',
    account: 'tinh',
    agency: 'H29',
    profile: DEFAULT_PROFILES['flow-2026'],
  }
  const set = async (more: Record<string, unknown>) =>
    root.call(contract.setConnection, { ...real, version: (await now()).version, ...more })
  expect((await set({})).problem).toMatchObject({ code: 'exchange/secret-wanted' })
  expect((await set({ address: 'http://dvcqg.example.vn', secret: 'x' })).problem).toMatchObject({
    code: 'exchange/bad-address',
  })
  const { body } = await done(set({ secret: 'rất bí mật' }))
  expect(body).toMatchObject({ kind: 'real', hasSecret: true })
  expect(JSON.stringify(body)).not.toContain('rất bí mật')
  const { rows } = await sql<{ secret: Buffer }>`select secret from exchange.connection`.execute(place.api.db)
  expect(rows[0]?.secret.toString('utf8')).not.toContain('bí mật')
  await done(set({ agency: 'H30' }))
  expect((await set({ address: 'https://noi-khac.example.vn' })).problem).toMatchObject({
    code: 'exchange/secret-wanted',
  })
  expect((await set({ version: 0 })).problem).toMatchObject({ code: 'exchange/changed-meanwhile' })
  expect((await root.call(contract.setStandIn, { mood: 'down' })).problem).toMatchObject({
    code: 'exchange/no-stand-in',
  })
  const ofWard = officer(place.api, place.ward.one, ['exchange:connect'])
  const asked = { ...real, version: (await now()).version, secret: 'y' }
  expect((await ofWard.call(contract.setConnection, asked)).problem).toMatchObject({ status: 403 })
  await done(set({ kind: 'stand-in', profile: DEFAULT_PROFILES['one-shot'] }))
  await done(root.call(contract.setStandIn, { mood: 'down' }))
  await place.api.settle()
  expect((await now()).mood).toBe('down')
  await place.fetch(600)
  expect(await now()).toMatchObject({ failures: 1, lastError: 'unreachable' })
})
