import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { getCase, receiveNewCase } from '#modules/cases/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { contentOf, openCounter, SCAN } from '#testing/counters.ts'
import { buildWard, done, leader, officer, PAPER, PERSON, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

const send = (sent: Record<string, unknown>, by = ward.officer) => by.call(contract.sendOfflineIntake, sent)
const received = async (sent: Record<string, unknown>) => {
  const { body } = await done(send(sent))
  if (body.state !== 'received') throw new Error(`Explained: ${JSON.stringify(body)}`)
  return body
}
const countCases = async (unitId = ward.one) => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from cases."case" where received_unit_id = ${unitId}`.execute(api.db)
  return rows[0]?.count ?? 0
}
const hash = (text: string) => createHash('sha256').update(text).digest('hex')

test('what a counter took is received under a dossier code, at the moment it was taken', async () => {
  const counter = await openCounter(ward)
  const takenAt = new Date(Date.now() - 40_000).toISOString()
  const answer = await received(counter.taken({ takenAt }))
  expect(answer.code).toMatch(new RegExp(`^${ward.unitCode}-\\d{6}-\\d{4}$`))
  expect(answer.receivedAt).toBe(takenAt)
  const { body } = await done(ward.officer.call(getCase, { caseId: answer.caseId }))
  expect(body).toMatchObject({ code: answer.code, subjectName: PERSON.name, receivedAt: takenAt })
})

test('sent twice, one after the other or at once, it is received once and answered alike', async () => {
  const counter = await openCounter(ward)
  const taken = counter.taken()
  const before = await countCases()
  const first = await received(taken)
  expect(await received(taken)).toEqual(first)
  const other = counter.taken({ number: counter.lease.first + 1 })
  const answers = await Promise.all(Array.from({ length: 6 }, () => received(other)))
  expect(new Set(answers.map(({ code }) => code)).size).toBe(1)
  expect(await countCases()).toBe(before + 2)
})

test('of two counters that send at once each case has its own code, without gaps', async () => {
  const busy = await buildWard(api)
  const counters = await Promise.all([openCounter(busy, 25), openCounter(busy, 25)])
  const [one, two] = counters
  expect([one.lease.first, two.lease.first].toSorted((a, b) => a - b)).toEqual([1, 26])
  expect(one.counter).not.toBe(two.counter)
  const all = counters.flatMap((counter) =>
    Array.from({ length: 25 }, (_, place) => counter.taken({ number: counter.lease.first + place })),
  )
  const answers = await Promise.all(all.map((taken) => busy.officer.call(contract.sendOfflineIntake, taken)))
  const codes = answers.map(({ body }) => (body.state === 'received' ? body.code : ''))
  const numbers = codes.map((code) => Number(code.split('-').at(-1))).toSorted((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 50 }, (_, place) => place + 1))
})

test('a refusal is explained, takes no dossier number, stands on record and is corrected under the same number', async () => {
  const quiet = await buildWard(api)
  const counter = await openCounter(quiet)
  const by = quiet.officer
  const taken = counter.taken({}, { papers: [], missingReason: '' })
  const { body } = await done(send(taken, by))
  expect(body).toMatchObject({ state: 'explained', problem: { code: 'cases/papers-missing', values: { count: 1 } } })
  const head = leader(api, quiet.one)
  const look = async () =>
    (await done(head.call(contract.getLease, { leaseId: counter.lease.leaseId }))).body.numbers[0]
  expect(await look()).toMatchObject({ state: 'refused', problem: 'cases/papers-missing', code: null })
  const { itemId, deviceId, leaseId, number, takenAt } = taken
  const corrected = counter.signed({
    itemId,
    deviceId,
    leaseId,
    number,
    takenAt,
    files: {},
    content: contentOf(quiet),
  })
  const after = await done(send(corrected, by))
  expect(after.body).toMatchObject({ state: 'received', code: expect.stringMatching(/-0001$/) })
  expect(await look()).toMatchObject({ state: 'received', problem: null })
})

test('every field that is wrong is named as the intake names it', async () => {
  const counter = await openCounter(ward)
  const subject = { ...PERSON, name: '' }
  const { body } = await done(send(counter.taken({}, { subject })))
  expect(body).toMatchObject({
    state: 'explained',
    problem: { code: 'platform/invalid-input', errors: [{ path: 'subject.name' }] },
  })
  const { body: unreadable } = await done(send(counter.taken({ content: 'no json' })))
  expect(unreadable).toMatchObject({ problem: { code: 'counter/unreadable-content' } })
})

test('what was received stands when the same item comes with another content', async () => {
  const counter = await openCounter(ward)
  const taken = counter.taken()
  const { code } = await received(taken)
  const { itemId, deviceId, leaseId, number, takenAt } = taken
  const other = counter.signed({
    itemId,
    deviceId,
    leaseId,
    number,
    takenAt,
    files: {},
    content: contentOf(ward, { title: 'Khác' }),
  })
  const { problem } = await send(other)
  expect(problem).toMatchObject({ status: 409, code: 'counter/received-otherwise', values: { code } })
})

test('one number is one item: the second is told to take another', async () => {
  const counter = await openCounter(ward)
  const { number } = counter.taken()
  await received(counter.taken({ number }))
  expect((await send(counter.taken({ number }))).problem).toMatchObject({ status: 409, code: 'counter/number-taken' })
})

test('a changed content, another key, another officer, another lease are refused', async () => {
  const [counter, other] = [await openCounter(ward), await openCounter(ward)]
  const taken = counter.taken()
  const before = await countCases()
  const changed = { ...taken, content: taken.content.replace(PERSON.name, 'Người khác') }
  expect((await send(changed)).problem).toMatchObject({ status: 422, code: 'counter/bad-signature' })
  const byOther = other.signed({ ...taken })
  expect((await send(byOther)).problem?.code).toBe('counter/bad-signature')
  const colleague = officer(api, ward.one)
  expect((await send(taken, colleague)).problem).toMatchObject({ status: 404, code: 'counter/no-device' })
  expect((await send(taken, ward.stranger)).problem).toMatchObject({ status: 404 })
  const foreign = counter.taken({ leaseId: other.lease.leaseId, number: other.lease.first })
  expect((await send(foreign)).problem?.code).toBe('counter/no-lease')
  expect(await countCases()).toBe(before)
})

test('a number outside the lease, a moment outside its time: explained', async () => {
  const counter = await openCounter(ward)
  const fault = async (more: Record<string, unknown>) => {
    const { body } = await done(send(counter.taken(more)))
    return body.state === 'explained' ? body.problem.code : body.state
  }
  expect(await fault({ number: counter.lease.last + 1 })).toBe('counter/number-not-leased')
  expect(await fault({ takenAt: new Date(Date.now() - 600_000).toISOString() })).toBe('counter/taken-outside-lease')
  expect(await fault({ takenAt: new Date(Date.now() + 600_000).toISOString() })).toBe('counter/taken-in-future')
  // A clock that is a moment ahead.
  expect(await fault({ takenAt: new Date(Date.now() + 30_000).toISOString() })).toBe('received')
})

test('scans go up first and come with the papers they belong to', async () => {
  const counter = await openCounter(ward)
  const content = JSON.parse(contentOf(ward)) as Record<string, unknown>
  const withScan = JSON.stringify({ ...content, scans: [{ paper: PAPER.code, pages: [hash('page')] }] })
  const missing = await done(send(counter.taken({ content: withScan })))
  expect(missing.body).toMatchObject({ problem: { code: 'counter/file-missing', values: { paper: PAPER.code } } })
  const fileId = await ward.officer.upload('to-khai.pdf', 'application/pdf', SCAN)
  const answer = await received(
    counter.taken({ content: withScan, files: { [PAPER.code]: fileId }, number: counter.lease.first + 1 }),
  )
  const { body } = await done(ward.officer.call(getCase, { caseId: answer.caseId }))
  expect(body.papers).toMatchObject([{ code: PAPER.code, fileId }])
})

test('a lost counter: its leases are revoked, its key is destroyed, and nothing of it is received, whenever it was taken', async () => {
  const counter = await openCounter(ward)
  const [before, after] = [counter.taken(), counter.taken({ number: counter.lease.first + 1 })]
  const kept = await received(before)
  const head = leader(api, ward.one)
  const lost = { deviceId: counter.deviceId, reason: 'Mất máy trên đường về' }
  expect((await ward.officer.call(contract.revokeDevice, lost)).status).toBe(403)
  expect((await leader(api, ward.two).call(contract.revokeDevice, lost)).status).toBe(404)
  expect((await done(head.call(contract.revokeDevice, lost))).body.leases).toBe(1)
  expect((await head.call(contract.revokeDevice, lost)).problem?.code).toBe('counter/device-revoked')
  expect((await send(after)).problem).toMatchObject({ status: 422, code: 'counter/device-revoked' })
  expect((await ward.officer.call(contract.openQueue, { deviceId: counter.deviceId })).problem?.code).toBe(
    'counter/device-revoked',
  )
  const { rows } = await sql<{ queueKey: unknown }>`
    select queue_key from counter.device where id = ${counter.deviceId}`.execute(api.db)
  expect(rows[0]?.queueKey).toBeNull()
  const slips = await Promise.all([slip(before), slip(after)])
  expect(slips).toMatchObject([
    { state: 'received', received: { code: kept.code } },
    { state: 'revoked', received: null },
  ])
})

test('a revoked lease alone: the counter goes on with new numbers, and its items under them', async () => {
  const counter = await openCounter(ward)
  const taken = counter.taken()
  const head = leader(api, ward.one)
  await done(head.call(contract.revokeLease, { leaseId: counter.lease.leaseId, reason: 'Đối chiếu cuối ngày' }))
  expect(
    (await head.call(contract.revokeLease, { leaseId: counter.lease.leaseId, reason: 'Lần hai' })).problem?.code,
  ).toBe('counter/lease-ended')
  const { body } = await done(send(taken))
  expect(body).toMatchObject({ state: 'explained', problem: { code: 'counter/lease-revoked' } })
  const next = (await done(ward.officer.call(contract.leaseNumbers, { deviceId: counter.deviceId, amount: 2 }))).body
  const again = { leaseId: next.leaseId, number: next.first, takenAt: new Date().toISOString() }
  await received(counter.signed({ ...taken, ...again }))
})

test('what a counter gives back is unused for good, and what it says it gave and never sent is missing', async () => {
  const counter = await openCounter(ward, 5)
  const { leaseId, first } = counter.lease
  await received(counter.taken({ number: first + 1 }))
  const end = (lastGiven: number | null) => ward.officer.call(contract.endLease, { leaseId, lastGiven })
  expect((await end(first)).problem).toMatchObject({ code: 'counter/last-given-wrong', values: { number: first + 1 } })
  expect((await end(null)).problem?.code).toBe('counter/last-given-wrong')
  expect((await done(end(first + 2))).body).toEqual({ leaseId, unused: 2 })
  expect((await done(end(first + 4))).body).toEqual({ leaseId, unused: 2 })
  const head = leader(api, ward.one)
  const states = async () =>
    (await done(head.call(contract.getLease, { leaseId }))).body.numbers.map(({ state }) => state)
  expect(await states()).toEqual(['missing', 'received', 'missing', 'unused', 'unused'])
  const late = await done(send(counter.taken({ number: first + 3 })))
  expect(late.body).toMatchObject({ problem: { code: 'counter/number-given-back' } })
  await received(counter.taken({ number: first }))
  expect((await states()).slice(0, 2)).toEqual(['received', 'received'])
})

test('an item is given up with a reason, unless it was received', async () => {
  const counter = await openCounter(ward)
  const taken = counter.taken()
  const { itemId, deviceId, leaseId, number, takenAt } = taken
  const giveUp = (id: string, reason = 'Công dân rút lại') =>
    ward.officer.call(contract.giveUpIntake, { itemId: id, deviceId, leaseId, number, takenAt, reason })
  expect((await done(giveUp(itemId))).body).toEqual({ state: 'void' })
  expect((await done(giveUp(itemId))).body).toEqual({ state: 'void' })
  expect((await send(taken)).problem?.code).toBe('counter/given-up')
  expect(await slip(taken)).toMatchObject({ state: 'void' })
  const other = counter.taken({ number: number + 1 })
  const { code } = await received(other)
  expect((await giveUp(other.itemId)).problem).toMatchObject({ code: 'counter/received-already', values: { code } })
})

type Taken = ReturnType<Awaited<ReturnType<typeof openCounter>>['taken']>
const slip = async (sent: Taken) => {
  const { content, files: _, ...statement } = sent
  return (await done(api.anonymous.call(contract.lookUpSlip, { ...statement, contentHash: hash(content) }))).body
}

test('the slip says what is true: not received yet, then the code; one that nobody signed is none', async () => {
  const counter = await openCounter(ward)
  const taken = counter.taken()
  expect(await slip(taken)).toMatchObject({
    state: 'provisional',
    received: null,
    unitName: 'Phường Một',
    number: expect.stringContaining(`-Q${counter.counter}-`),
  })
  const { code, secret } = await received(taken)
  expect(await slip(taken)).toMatchObject({ state: 'received', received: { code, secret } })
  const { content, files: _, ...statement } = taken
  const forged = { ...statement, contentHash: hash(content), number: statement.number + 1 }
  expect((await api.anonymous.call(contract.lookUpSlip, forged)).problem).toMatchObject({
    status: 404,
    code: 'counter/not-a-slip',
  })
})

test('a counter is registered where one receives, with a key of the right kind, and holds no more numbers than it may', async () => {
  const counter = await openCounter(ward, 150)
  const { deviceId } = counter
  const more = await ward.officer.call(contract.leaseNumbers, { deviceId, amount: 60 })
  expect(more.problem).toMatchObject({ code: 'counter/too-many-numbers', values: { left: 150 } })
  const key = { x: 'A'.repeat(43), y: 'A'.repeat(43) }
  const asked = { unitId: ward.one, name: 'Quầy', publicKey: key }
  expect((await ward.officer.call(contract.registerDevice, asked)).problem?.code).toBe('counter/bad-key')
  expect((await ward.stranger.call(contract.registerDevice, asked)).status).toBe(403)
  expect((await done(ward.officer.call(contract.openQueue, { deviceId }))).body).toMatchObject({
    queueKey: counter.queueKey,
  })
  expect((await officer(api, ward.one).call(contract.openQueue, { deviceId })).status).toBe(404)
})

test('the head sees the counters of the unit and how their numbers stand, and no other unit’s', async () => {
  const counter = await openCounter(ward, 4)
  await received(counter.taken())
  const head = leader(api, ward.one)
  const { body } = await done(head.call(contract.listCounters, { limit: 1 }))
  expect(body.counters).toMatchObject([
    {
      deviceId: counter.deviceId,
      unitName: 'Phường Một',
      revokedAt: null,
      leases: [{ first: counter.lease.first, endKind: null, came: { received: 1, refused: 0, void: 0 } }],
    },
  ])
  expect(body.after).toBe(counter.deviceId)
  const next = await done(head.call(contract.listCounters, { after: body.after ?? '', limit: 100 }))
  expect(next.body.counters.map(({ deviceId }) => deviceId)).not.toContain(counter.deviceId)
  const stranger = leader(api, ward.two)
  expect((await done(stranger.call(contract.listCounters))).body.counters).toEqual([])
  expect((await stranger.call(contract.getLease, { leaseId: counter.lease.leaseId })).status).toBe(404)
  expect((await head.call(contract.getLease, { leaseId: newId() })).status).toBe(404)
})

test('a counter keeps what is in force and filed at counters', async () => {
  const { body } = await done(ward.officer.call(contract.counterCatalogue, {}))
  expect(body.procedures.find(({ code }) => code === ward.procedure)).toMatchObject({
    content: { name: { vi: 'Đăng ký thử' } },
  })
  const rest = await done(ward.officer.call(contract.counterCatalogue, { after: ward.procedure }))
  expect(rest.body.procedures.map(({ code }) => code)).not.toContain(ward.procedure)
})

test('intakes over the network and from counters are numbered in one row', async () => {
  const mixed = await buildWard(api)
  const counter = await openCounter(mixed)
  const own = {
    procedureCode: mixed.procedure,
    receivedUnitId: mixed.one,
    channel: 'counter',
    subject: PERSON,
    papers: [PAPER],
  }
  const online = (await done(mixed.officer.call(receiveNewCase, own))).body
  const { body } = await done(mixed.officer.call(contract.sendOfflineIntake, counter.taken()))
  expect([online.code, body.state === 'received' && body.code]).toEqual([
    expect.stringMatching(/-0001$/),
    expect.stringMatching(/-0002$/),
  ])
})
