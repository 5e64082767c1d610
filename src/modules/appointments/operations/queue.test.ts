import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { dayAt } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { freeLimits, manager, openCounters, paired } from '#testing/counter-openings.ts'
import { buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

/** A Wednesday morning: counters are open. */
const MORNING = new Date('2026-12-02T01:30:00Z')
let api: TestApi
let ward: Ward
let clerk: Caller
let kiosk: Caller
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: MORNING })
  api = await testApi({ live: true })
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
  clerk = manager(api, ward.one)
  kiosk = await paired(api, ward.one)
})

const later = (minutes: number) => vi.setSystemTime(new Date(Date.now() + minutes * 60_000))
const take = async (line = 'B', key = newId()) =>
  (await done(kiosk.call(contract.takeTicket, { requestKey: key, line }))).body
const at = (desk: string) => ({ unitId: ward.one, desk })
/** A moment after whatever was called before. */
async function next(desk: string) {
  vi.setSystemTime(new Date(Date.now() + 100))
  return (await done(clerk.call(contract.callNext, at(desk)))).body.ticket
}
const finish = (desk: string, ticketId: string, outcome: 'done' | 'absent' = 'done') =>
  done(clerk.call(contract.finishTicket, { ...at(desk), ticketId, outcome }))
async function booked(time: string) {
  const wish = {
    requestKey: newId(),
    unitId: ward.one,
    day: dayAt(new Date()),
    at: time,
    name: 'Nguyễn Thị Hẹn',
    contact: `09${String(Math.random()).slice(2, 10)}`,
    consent: true as const,
  }
  return (await done(api.anonymous.call(contract.bookAppointment, wish))).body.appointment
}
const checkIn = (code: string, at = kiosk) => at.call(contract.checkIn, { requestKey: newId(), code })

test('numbers have no gap and no double, however many are taken at the same moment, and each line has its own', async () => {
  const [many, other] = await Promise.all([Promise.all(Array.from({ length: 25 }, () => take('B'))), take('A')])
  const numbers = many.map(({ shown }) => shown).toSorted()
  expect(numbers).toEqual(Array.from({ length: 25 }, (_, place) => `B${String(place + 1).padStart(3, '0')}`))
  expect(other.shown).toBe('A001')
  later(24 * 60)
  expect((await take('B')).shown).toBe('B001')
})

test('one press is one number, and a number is not lost with a failed request', async () => {
  const key = newId()
  const [first, again] = [await take('B', key), await take('B', key)]
  expect(again.code).toBe(first.code)
  const refused = await kiosk.call(contract.takeTicket, { requestKey: newId(), line: 'C' })
  expect(refused.problem).toMatchObject({ code: 'appointments/unknown-line' })
  expect((await take('B')).shown).toBe('B002')
})

test('two desks never call the same number, and each has one person at a time', async () => {
  for (let count = 0; count < 2; count++) await take('B')
  const called = await Promise.all([next('1'), next('2')])
  expect(called.map((ticket) => ticket?.shown ?? '').toSorted()).toEqual(['B001', 'B002'])
  const { problem } = await clerk.call(contract.callNext, at('1'))
  expect(problem).toMatchObject({ status: 409, code: 'appointments/desk-busy' })
  for (const [place, ticket] of called.entries()) await finish(String(place + 1), ticket?.id ?? '')
  expect(await next('1')).toBeNull()
})

test('appointments go first in their slot, after two of them one who waits without; late is like without', async () => {
  for (let count = 0; count < 3; count++) await take('B')
  const codes = [await booked('08:30'), await booked('08:30'), await booked('09:00'), await booked('09:00')]
  for (const { code } of codes.slice(0, 3)) await done(checkIn(code))
  later(45)
  const late = (await done(checkIn(codes[3]?.code ?? ''))).body
  expect(late).toMatchObject({ isLate: true, slotAt: null })
  const { body: desk } = await done(clerk.call(contract.getDesk, at('1')))
  expect(desk.waiting.map(({ shown, because }) => `${shown} ${because}`)).toEqual([
    'B004 appointment',
    'B005 appointment',
    'B001 turn',
    'B006 appointment',
    'B002 order',
    'B003 order',
    'B007 order',
  ])
  for (const expected of ['B004', 'B005', 'B001', 'B006']) {
    const ticket = await next('1')
    expect(ticket?.shown).toBe(expected)
    await finish('1', ticket?.id ?? '')
  }
})

test('checking in twice is one number; with another’s place, another’s day or a wrong code it says which', async () => {
  const { code } = await booked('09:30')
  const [first, again] = [await done(checkIn(code)), await done(checkIn(code.toLowerCase()))]
  expect(again.body.code).toBe(first.body.code)
  expect(first.body).toMatchObject({ slotAt: '09:30', isLate: false })
  await openCounters(api, ward.two)
  expect((await checkIn(code, await paired(api, ward.two))).problem).toMatchObject({ code: 'appointments/other-unit' })
  expect((await checkIn('LHAAAAAAAA')).problem).toMatchObject({ code: 'appointments/unknown-code' })
  later(24 * 60)
  expect((await checkIn(code)).problem).toMatchObject({ code: 'appointments/not-today' })
})

test('who is not there is passed over, and called again when they have come', async () => {
  await take('B')
  await take('B')
  const first = await next('2')
  await done(clerk.call(contract.callAgain, { ...at('2'), ticketId: first?.id ?? '' }))
  await finish('2', first?.id ?? '', 'absent')
  const second = await next('2')
  expect(second?.shown).toBe('B002')
  const back = { ...at('2'), ticketId: first?.id ?? '' }
  expect((await clerk.call(contract.callAgain, back)).problem).toMatchObject({ code: 'appointments/desk-busy' })
  await finish('2', second?.id ?? '')
  vi.setSystemTime(new Date(Date.now() + 100))
  const { body } = await done(clerk.call(contract.callAgain, back))
  expect(body.ticket).toMatchObject({ shown: 'B001', calls: 3, state: 'called' })
  const { body: board } = await done(api.anonymous.call(contract.getBoard, { unitId: ward.one }))
  expect(board.called[0]).toMatchObject({ shown: 'B001', desk: 'Quầy 2', calls: 3, isNow: true })
})

test('waiting is estimated from the day’s own times, and the figures open to their numbers', async () => {
  for (let count = 0; count < 5; count++) expect((await take('B')).estimatedMinutes).toBeNull()
  for (let count = 0; count < 3; count++) {
    const ticket = await next('2')
    later(6)
    await finish('2', ticket?.id ?? '')
  }
  const mine = await take('B')
  expect(mine).toMatchObject({ ahead: 2, estimatedMinutes: 12 })
  const { body: kiosk } = await done(api.anonymous.call(contract.getKiosk, { unitId: ward.one }))
  expect(kiosk).toMatchObject({ isOpen: true, hours: [{ from: '07:30' }, { to: '17:00' }] })
  expect(kiosk.lines.find(({ code }) => code === 'B')).toMatchObject({ waiting: 3, estimatedMinutes: 18 })
  for (let count = 0; count < 3; count++) {
    const ticket = await next('2')
    later(8)
    await finish('2', ticket?.id ?? '')
  }
  const { body: seen } = await done(api.anonymous.call(contract.getTicket, { code: mine.code }))
  expect(seen).toMatchObject({ state: 'done', accuracy: { offMinutes: 4, tickets: 1 } })
  const { body } = await done(clerk.call(contract.listTickets, { unitId: ward.one, day: dayAt(new Date()) }))
  expect(body.tickets).toHaveLength(6)
  expect(body.waited).toEqual({ minutes: 0 + 6 + 12 + 18 + 26 + 16, tickets: 6 })
})

test('outside the hours no numbers are given out', async () => {
  vi.setSystemTime(new Date('2026-12-02T13:00:00Z'))
  const { problem } = await kiosk.call(contract.takeTicket, { requestKey: newId(), line: 'B' })
  expect(problem).toMatchObject({ code: 'appointments/closed-now' })
})

test('officials of another unit call nobody here', async () => {
  const stranger = manager(api, ward.two)
  const ticket = await take('B')
  expect((await stranger.call(contract.callNext, at('1'))).status).toBe(403)
  expect((await stranger.call(contract.getDesk, at('1'))).status).toBe(403)
  const { rows } = await sql<{ id: string }>`select id from appointments.ticket where code = ${ticket.code}`.execute(
    api.db,
  )
  const finished = { ...at('1'), ticketId: rows[0]?.id ?? '', outcome: 'done' as const }
  expect((await stranger.call(contract.finishTicket, finished)).status).toBe(403)
  expect((await clerk.call(contract.finishTicket, finished)).problem).toMatchObject({ code: 'appointments/not-called' })
})

test('the board hears of a call at once, without signing in, and hears of nothing else', async () => {
  const topics = [contract.queueTopic(ward.one), 'appointments.list'].join(',')
  const response = await fetch(`${api.url}/api/live?topics=${topics}`)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  const until = async (part: string) => {
    while (!text.includes(part)) text += (await reader?.read())?.value ?? ''
  }
  await until('refused\ndata: appointments.list')
  await take('B')
  await until(`changed\ndata: ${contract.queueTopic(ward.one)}`)
  await reader?.cancel()
  expect((await fetch(`${api.url}/api/live?topics=appointments.list`)).status).toBe(401)
})
