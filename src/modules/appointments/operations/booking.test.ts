import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addDays, dayAt } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { removeSpecialDay, setSpecialDays } from '#modules/calendar/contract.ts'
import { applyChange } from '#modules/organisation/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { seal } from '#server/secrets.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { freeLimits, manager, OPENING, openCounters } from '#testing/counter-openings.ts'
import { buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { tidy } from '../handlers/look-again.ts'

let api: TestApi
let ward: Ward
let office: Caller
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  await openCounters(api, ward.one)
  office = manager(api, ward.one)
})
afterAll(() => api.close())
/** What one address may ask in a minute is not what is told here. */
beforeEach(() => freeLimits(api))

let made = 0
const phone = () => `09${String(10_000_000 + made++)}`

/** The days that can be booked with their slots, the first at least a day away. */
async function openDays() {
  const { body } = await done(api.anonymous.call(contract.findSlots, { unitId: ward.one }))
  return body.days.map(({ day }) => day).filter((day) => day > dayAt(new Date()))
}
const wish = async (more: Record<string, unknown> = {}) => ({
  requestKey: newId(),
  unitId: ward.one,
  day: (await openDays())[0] ?? '',
  at: '08:00',
  name: 'Nguyễn Thị Hẹn',
  contact: phone(),
  consent: true,
  ...more,
})
const booked = async (more: Record<string, unknown> = {}) =>
  (await done(api.anonymous.call(contract.bookAppointment, await wish(more)))).body
const keyOf = ({ appointment, secret }: contract.Opened) => ({ code: appointment.code, secret })

test('a citizen finds place, day and time, books without an account, and opens it by its codes in any writing', async () => {
  const { body: places } = await done(api.anonymous.call(contract.findSlots, { procedureCode: ward.procedure }))
  expect(places.places.map(({ id }) => id)).toEqual([ward.one])
  const one = await booked({ procedureCode: ward.procedure, at: '09:30' })
  expect(one.appointment).toMatchObject({
    state: 'booked',
    at: '09:30',
    minutes: 30,
    procedureName: { vi: 'Đăng ký thử' },
  })
  const typed = { code: one.appointment.code.toLowerCase().replaceAll('-', ' '), secret: one.secret.toLowerCase() }
  const { body } = await done(api.anonymous.call(contract.lookUpAppointment, typed))
  expect(body.appointment.id).toBe(one.appointment.id)
  expect(body.free.length).toBeGreaterThan(3)
})

test('name and address lie sealed in the database', async () => {
  const contact = phone()
  const one = await booked({ at: '10:00', contact })
  const { rows } = await sql<{ text: string }>`
    select row_to_json(a)::text as text from appointments.appointment a where id = ${one.appointment.id}`.execute(
    api.db,
  )
  expect(rows[0]?.text).not.toContain('Hẹn')
  expect(rows[0]?.text).not.toContain(contact.slice(1))
})

test('the last place is given once, however many ask for it at the same moment', async () => {
  const day = (await openDays())[1] ?? ''
  const wishes = await Promise.all(Array.from({ length: 12 }, () => wish({ day, at: '13:30' })))
  const answers = await Promise.all(wishes.map((one) => api.anonymous.call(contract.bookAppointment, one)))
  const codes = answers.map(({ problem }) => problem?.code ?? 'booked')
  expect(codes.filter((code) => code === 'booked')).toHaveLength(OPENING.places as number)
  expect(new Set(codes)).toEqual(new Set(['booked', 'appointments/slot-full']))
  const { body } = await done(api.anonymous.call(contract.findSlots, { unitId: ward.one, day }))
  expect(body.slots.find(({ at }) => at === '13:30')?.free).toBe(0)
})

test('the same form sent twice is one appointment; with somebody else’s address it is refused', async () => {
  const form = await wish({ at: '14:30' })
  const [first, second] = [
    await done(api.anonymous.call(contract.bookAppointment, form)),
    await done(api.anonymous.call(contract.bookAppointment, form)),
  ]
  expect(second.body.appointment.id).toBe(first.body.appointment.id)
  const { problem } = await api.anonymous.call(contract.bookAppointment, { ...form, contact: phone() })
  expect(problem).toMatchObject({ code: 'appointments/already-sent' })
})

test('moved and cancelled appointments give their place back, and the calendar file says so', async () => {
  const day = (await openDays())[2] ?? ''
  const one = await booked({ day, at: '15:00' })
  const moved = await done(api.anonymous.call(contract.moveAppointment, { ...keyOf(one), day, at: '15:30' }))
  expect(moved.body.appointment).toMatchObject({ at: '15:30', state: 'booked' })
  const token = one.appointment.calendarToken
  const text = async () =>
    Buffer.from((await done(api.anonymous.call(contract.getCalendarFile, { token }))).body.bytes).toString()
  expect(await text()).toMatch(/METHOD:PUBLISH\r\n[^]*SEQUENCE:1\r\n/)
  await done(api.anonymous.call(contract.cancelAppointment, keyOf(one)))
  expect(await text()).toMatch(/METHOD:CANCEL\r\n[^]*SEQUENCE:2\r\n[^]*STATUS:CANCELLED/)
  expect(await text()).not.toMatch(/Nguyễn|09\d{8}/)
  const { body } = await done(api.anonymous.call(contract.findSlots, { unitId: ward.one, day }))
  expect(body.slots.filter(({ at }) => at >= '15:00' && at < '16:00').map(({ free }) => free)).toEqual([2, 2])
  const { problem } = await api.anonymous.call(contract.moveAppointment, { ...keyOf(one), day, at: '15:00' })
  expect(problem).toMatchObject({ code: 'appointments/over' })
})

describe('is refused', () => {
  test('without consent, without a way to be reached, outside the slots, at a place that is not open', async () => {
    const refused = async (more: Record<string, unknown>) => {
      const { problem } = await api.anonymous.call(contract.bookAppointment, await wish(more))
      return problem?.errors?.[0]?.code ?? problem?.code
    }
    expect(await refused({ consent: false })).toBe('appointments/no-consent')
    expect(await refused({ contact: 'abc' })).toBe('portal/no-address')
    expect(await refused({ at: '12:00' })).toBe('appointments/no-such-slot')
    expect(await refused({ day: addDays(dayAt(new Date()), 80) })).toBe('appointments/no-such-slot')
    expect(await refused({ unitId: ward.two })).toBe('appointments/not-here')
    expect(await refused({ procedureCode: '9.999999' })).toBe('appointments/unknown-procedure')
  })

  test('past three appointments to come for one address', async () => {
    const contact = phone()
    for (const at of ['07:30', '08:30', '09:00']) await booked({ at, contact, day: (await openDays())[3] })
    const { problem } = await api.anonymous.call(contract.bookAppointment, await wish({ contact, at: '10:30' }))
    expect(problem).toMatchObject({ code: 'appointments/too-many' })
  })

  test('to open one by guessing: after twenty wrong tries even the right secret waits', async () => {
    const one = await booked({ at: '16:00' })
    for (let tried = 0; tried < 20; tried++)
      expect((await api.anonymous.call(contract.lookUpAppointment, { ...keyOf(one), secret: 'AAAAAA' })).status).toBe(
        404,
      )
    const { problem } = await api.anonymous.call(contract.lookUpAppointment, keyOf(one))
    expect(problem).toMatchObject({ code: 'appointments/look-up-closed' })
    const forged = await api.anonymous.call(contract.getCalendarFile, { token: `${one.appointment.id}.x` })
    expect(forged.status).toBe(404)
  })
})

test('a citizen who signed in books with the address that was proven, and sees only what is theirs', async () => {
  const citizen = api.as({ kind: 'citizen', name: 'Công dân' })
  const other = api.as({ kind: 'citizen', name: 'Công dân khác' })
  const sealed = seal(Buffer.from('84912345678'), 'portal.address', citizen.actorId)
  await sql`insert into portal.citizen (id, channel, address_hash, address_sealed, created_at)
    values (${citizen.actorId}, 'sms', 'thu', ${sealed}, now())`.execute(api.db)
  const { contact: _, ...own } = await wish({ at: '11:00' })
  const one = (await done(citizen.call(contract.bookOwnAppointment, own))).body
  const { body } = await done(citizen.call(contract.listOwnAppointments, {}))
  expect(body.appointments).toMatchObject([{ id: one.appointment.id, secret: one.secret }])
  expect((await done(other.call(contract.listOwnAppointments, {}))).body.appointments).toEqual([])
})

test('officials of the unit see who comes, those of another see nothing and call nothing off', async () => {
  const one = await booked({ at: '10:30' })
  const { day, id } = one.appointment
  const { body } = await done(office.call(contract.listAppointments, { unitId: ward.one, day }))
  expect(body.rows.find((row) => row.id === id)).toMatchObject({
    name: 'Nguyễn Thị Hẹn',
    contact: expect.stringMatching(/^09\d{8}$/),
  })
  const stranger = manager(api, ward.two)
  expect((await stranger.call(contract.listAppointments, { unitId: ward.one, day })).status).toBe(403)
  const off = { appointmentId: id, reason: 'Mất điện' }
  expect((await stranger.call(contract.callOffAppointment, off)).status).toBe(404)
  await done(office.call(contract.callOffAppointment, off))
  const { body: seen } = await done(api.anonymous.call(contract.lookUpAppointment, keyOf(one)))
  expect(seen.appointment.state).toBe('cancelled')
})

describe('what is decided later', () => {
  test('a holiday marks the appointments of its day for officials and citizens, and lifting it takes the mark away', async () => {
    const day = (await openDays()).at(-1) ?? ''
    const one = await booked({ day, at: '08:00' })
    const special = {
      day,
      kind: 'off',
      name: { vi: 'Nghỉ thử', en: 'Test' },
      decision: 'QĐ 1',
      confirmed: true,
      sourceNote: '',
      version: 0,
    } as const
    await done(api.root.call(setSpecialDays, { days: [special], reason: 'Thử' }))
    await api.settle()
    const { body: seen } = await done(api.anonymous.call(contract.lookUpAppointment, keyOf(one)))
    expect(seen.appointment.affected).toBe('day-off')
    const { body: list } = await done(office.call(contract.listAppointments, { unitId: ward.one }))
    expect(list.rows.map(({ id }) => id)).toContain(one.appointment.id)
    await done(api.root.call(removeSpecialDay, { day, version: 1, reason: 'Thu hồi' }))
    await api.settle()
    const again = await done(api.anonymous.call(contract.lookUpAppointment, keyOf(one)))
    expect(again.body.appointment.affected).toBeNull()
    const target = seen.free[0]
    const moved = { ...keyOf(one), day: target?.day ?? '', at: target?.slots[0] ?? '' }
    const { body } = await done(api.anonymous.call(contract.moveAppointment, moved))
    expect(body.appointment).toMatchObject({ day: target?.day, affected: null })
  })

  test('a unit that is to be merged marks what was booked for a day on which it is no more', async () => {
    const own = await buildWard(api)
    await openCounters(api, own.one)
    const day = (await openDays())[5] ?? ''
    const [before, after] = [
      await booked({ unitId: own.one, day: (await openDays())[0] }),
      await booked({ unitId: own.one, day }),
    ]
    const merged = { key: 'new', code: null, name: 'Phường Mới', kind: 'ward' as const, level: 'commune' as const }
    const merge = {
      kind: 'merge' as const,
      from: [{ unitId: own.one }, { unitId: own.two }],
      to: [{ ...merged, parent: { unitId: own.province } }],
    }
    await done(api.root.call(applyChange, { effectiveOn: day, acts: [merge] }))
    await api.settle()
    const seen = async (one: contract.Opened) =>
      (await done(api.anonymous.call(contract.lookUpAppointment, keyOf(one)))).body.appointment.affected
    expect([await seen(before), await seen(after)]).toEqual([null, 'unit-ended'])
  })

  test('closing the counters counts what it hits; opening them again takes the mark away', async () => {
    const day = (await openDays())[4] ?? ''
    const one = await booked({ day, at: '08:30' })
    const said = { unitId: ward.one, validFrom: day, reason: 'Sửa trụ sở' }
    const closed = await done(office.call(contract.setOpening, { ...said, opening: null, version: 0 }))
    expect(closed.body.affected).toBeGreaterThan(0)
    const { problem } = await office.call(contract.setOpening, { ...said, opening: OPENING, version: 0 })
    expect(problem).toMatchObject({ status: 409 })
    await done(office.call(contract.setOpening, { ...said, opening: OPENING, version: 1 }))
    const { body } = await done(api.anonymous.call(contract.lookUpAppointment, keyOf(one)))
    expect(body.appointment.affected).toBeNull()
    const { body: shown } = await done(office.call(contract.getOpening, { unitId: ward.one }))
    expect(shown.entries.filter(({ validFrom }) => validFrom === day).map(({ version }) => version)).toEqual([2, 1])
  })
})

test('the counters of a unit are set by those in charge of it, from today on', async () => {
  const said = { unitId: ward.one, validFrom: '2026-01-01', version: 0, reason: 'Thử', opening: OPENING }
  const { problem } = await office.call(contract.setOpening, said)
  expect(problem?.errors).toMatchObject([{ path: 'validFrom', code: 'appointments/day-gone' }])
  const today = dayAt(new Date())
  expect((await manager(api, ward.two).call(contract.setOpening, { ...said, validFrom: today })).status).toBe(403)
  const { body } = await done(office.call(contract.listOpenings, {}))
  expect(body.units.map(({ id }) => id)).toEqual([ward.one])
  const { body: served } = await done(office.call(contract.listServedUnits, {}))
  expect(served.units).toMatchObject([{ id: ward.one, lines: [{ code: 'A' }, { code: 'B' }] }])
})

test('nobody came: it is marked as missed, and after the day promised nothing of the person is left', async () => {
  const one = await booked({ at: '14:00' })
  const run = (now: Date) =>
    api.appDb.transaction().execute(async (tx) => {
      await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
      await tidy.run(handlerContext(tx, handlersByEvent([]), now))
    })
  await run(new Date(Date.parse(`${one.appointment.day}T00:00:00Z`) + 2 * 86_400_000))
  expect((await done(api.anonymous.call(contract.lookUpAppointment, keyOf(one)))).body.appointment.state).toBe('missed')
  await run(new Date(Date.parse(`${one.appointment.eraseOn}T12:00:00Z`)))
  const { body } = await done(office.call(contract.listAppointments, { unitId: ward.one, day: one.appointment.day }))
  expect(body.rows.find(({ id }) => id === one.appointment.id)).toMatchObject({ name: null, contact: null })
})
