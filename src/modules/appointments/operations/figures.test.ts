import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addDays, type Day, dayAt } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import * as indicators from '#modules/indicators/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { freeLimits, manager, openCounters, paired } from '#testing/counter-openings.ts'
import { buildWard, done, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { tidy } from '../handlers/look-again.ts'

/** A Wednesday, an hour after the doors opened. */
const MORNING = new Date('2026-12-02T01:30:00Z')
const FIRST: Day = '2026-12-02'
const MINUTE_MS = 60_000
let api: TestApi
let ward: Ward
let clerk: Caller
let kiosk: Caller
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: MORNING })
  api = await testApi()
})
afterAll(async () => {
  await api.close()
  vi.useRealTimers()
})
beforeEach(fresh)

async function fresh() {
  vi.setSystemTime(MORNING)
  await freeLimits(api)
  ward = await buildWard(api)
  await openCounters(api, ward.one, { daysAhead: 5 })
  clerk = manager(api, ward.one)
  kiosk = await paired(api, ward.one)
}
const later = (minutes: number) => vi.setSystemTime(new Date(Date.now() + minutes * MINUTE_MS))
const take = (line: string) => kiosk.call(contract.takeTicket, { requestKey: newId(), line })
const at = (desk: string) => ({ unitId: ward.one, desk })
let made = 0
const book = (day: Day, time: string) =>
  api.anonymous.call(contract.bookAppointment, {
    requestKey: newId(),
    unitId: ward.one,
    day,
    at: time,
    name: 'Nguyễn Thị Hẹn',
    contact: `09${String(20_000_000 + made++)}`,
    consent: true,
  })
const tidyUp = () =>
  api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await tidy.run(handlerContext(tx, handlersByEvent([]), new Date()))
  })
const idOf = async (code: string) =>
  (await sql<{ id: string }>`select id from appointments.ticket where code = ${code}`.execute(api.db)).rows[0]?.id ?? ''

const figures = async (who: Caller, by: (typeof contract.SUM_BY)[number], more: Record<string, unknown> = {}) => {
  const asked = { from: FIRST, to: addDays(FIRST, 29), by, unitId: ward.one, ...more }
  return (await done(who.call(contract.getFiguresOfCounters, asked))).body
}
async function measured(unitId: string, codes: readonly string[]): Promise<Record<string, number>> {
  const { body } = await done(
    api.root.call(indicators.getFigures, {
      items: codes.map((code) => ({ kind: 'measure' as const, code })),
      units: [unitId],
      periods: ['2026-M12'],
      regime: 'calendar',
    }),
  )
  const values = codes.map((code, item) => [code, Number(body.cells[item]?.[0]?.[0]?.value ?? 0)] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== 0))
}

describe('whatever happens on random days, the figures are what its log adds up to', () => {
  const line = fc.constantFrom('A', 'B')
  const desk = fc.constantFrom('1', '2')
  const act = fc.oneof(
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('take' as const), line }) },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('call' as const), desk }) },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('finish' as const),
        desk,
        outcome: fc.constantFrom('done' as const, 'done' as const, 'absent' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('again' as const), desk }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('rate' as const),
        which: fc.nat(50),
        stars: fc.integer({ min: 1, max: 5 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('book' as const), inDays: fc.nat(3), slot: fc.nat(12) }) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('move' as const),
        which: fc.nat(20),
        inDays: fc.nat(3),
        slot: fc.nat(12),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(20) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('come' as const), which: fc.nat(20) }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 22 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('night' as const) }) },
  )
  type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

  /** One line of the log: what was done, when, and to what. */
  type Line =
    | { what: 'taken' | 'done' | 'absent' | 'again'; ticket: string; at: number; day: Day; desk?: string }
    | { what: 'called'; ticket: string; at: number; day: Day; desk: string }
    | { what: 'rated'; ticket: string; stars: number }
    | { what: 'booked' | 'moved'; appointment: string; day: Day }
    | { what: 'cancelled' | 'arrived'; appointment: string }
    | { what: 'night'; day: Day }

  /** Carries out what can be done and writes it down; what is refused did not happen. */
  async function live(acts: readonly Act[]): Promise<Line[]> {
    const log: Line[] = []
    const tickets: { id: string; code: string }[] = []
    const appointments: { id: string; code: string; secret: string }[] = []
    const atDesk = new Map<string, string>()
    const lastAbsent = new Map<string, string>()
    const now = () => ({ at: Date.now(), day: dayAt(new Date()) })
    const slotAt = (slot: number) =>
      `${String(8 + Math.floor(slot / 2) + (slot >= 6 ? 2 : 0)).padStart(2, '0')}:${slot % 2 ? '30' : '00'}`
    for (const one of acts) {
      vi.setSystemTime(new Date(Date.now() + 100))
      if (one.kind === 'wait') later(one.minutes)
      if (one.kind === 'night') {
        const today = dayAt(new Date())
        vi.setSystemTime(new Date(MORNING.getTime() + (Date.parse(today) - Date.parse(FIRST)) + 86_400_000))
        atDesk.clear()
        lastAbsent.clear()
        await tidyUp()
        log.push({ what: 'night', day: today })
      }
      if (one.kind === 'take') {
        const { body, status } = await take(one.line)
        if (status >= 400) continue
        const ticket = { id: await idOf(body.code), code: body.code }
        tickets.push(ticket)
        log.push({ what: 'taken', ticket: ticket.id, ...now() })
      }
      if (one.kind === 'call') {
        const { body, status } = await clerk.call(contract.callNext, at(one.desk))
        if (status >= 400 || body.ticket === null) continue
        atDesk.set(one.desk, body.ticket.id)
        log.push({ what: 'called', ticket: body.ticket.id, desk: one.desk, ...now() })
      }
      if (one.kind === 'finish') {
        const ticketId = atDesk.get(one.desk)
        if (!ticketId) continue
        await done(clerk.call(contract.finishTicket, { ...at(one.desk), ticketId, outcome: one.outcome }))
        atDesk.delete(one.desk)
        if (one.outcome === 'absent') lastAbsent.set(one.desk, ticketId)
        log.push({ what: one.outcome, ticket: ticketId, ...now() })
      }
      if (one.kind === 'again') {
        const ticketId = lastAbsent.get(one.desk)
        if (!ticketId || atDesk.has(one.desk)) continue
        await done(clerk.call(contract.callAgain, { ...at(one.desk), ticketId }))
        lastAbsent.delete(one.desk)
        atDesk.set(one.desk, ticketId)
        log.push({ what: 'again', ticket: ticketId, ...now() })
      }
      if (one.kind === 'rate') {
        const ticket = tickets[one.which % Math.max(1, tickets.length)]
        if (!ticket) continue
        const { status } = await api.anonymous.call(contract.rateTicket, { code: ticket.code, stars: one.stars })
        if (status < 400) log.push({ what: 'rated', ticket: ticket.id, stars: one.stars })
      }
      if (one.kind === 'book') {
        const day = addDays(dayAt(new Date()), one.inDays)
        const { body, status } = await book(day, slotAt(one.slot))
        if (status >= 400) continue
        const { appointment, secret } = body
        appointments.push({ id: appointment.id, code: appointment.code, secret })
        log.push({ what: 'booked', appointment: appointment.id, day })
      }
      const which = 'which' in one ? appointments[one.which % Math.max(1, appointments.length)] : undefined
      if (one.kind === 'move' && which) {
        const day = addDays(dayAt(new Date()), one.inDays)
        const { id, ...key } = which
        const { status } = await api.anonymous.call(contract.moveAppointment, { ...key, day, at: slotAt(one.slot) })
        if (status < 400) log.push({ what: 'moved', appointment: id, day })
      }
      if (one.kind === 'cancel' && which) {
        const { id, ...key } = which
        const { status } = await api.anonymous.call(contract.cancelAppointment, key)
        if (status < 400) log.push({ what: 'cancelled', appointment: id })
      }
      if (one.kind === 'come' && which) {
        const { code, id } = which
        const known = tickets.length
        const { body, status } = await kiosk.call(contract.checkIn, { requestKey: newId(), code })
        if (status >= 400) continue
        const ticketId = await idOf(body.code)
        if (tickets.slice(0, known).some((ticket) => ticket.id === ticketId)) continue
        tickets.push({ id: ticketId, code: body.code })
        log.push({ what: 'arrived', appointment: id })
        log.push({ what: 'taken', ticket: ticketId, ...now() })
      }
    }
    return log
  }

  type Fold = { day: Day; desk: string | null; counts: Record<string, number> }

  /** What the log adds up to, of each number and each appointment. */
  function fold(log: readonly Line[]): Fold[] {
    const tickets = new Map<
      string,
      { day: Day; taken: number; called?: number; desk?: string; end?: string; stars?: number }
    >()
    const appointments = new Map<string, { day: Day; end?: string }>()
    for (const one of log) {
      const ticket = 'ticket' in one ? tickets.get(one.ticket) : undefined
      const appointment = 'appointment' in one ? appointments.get(one.appointment) : undefined
      if (one.what === 'taken') tickets.set(one.ticket, { day: one.day, taken: one.at })
      if (one.what === 'called' && ticket) Object.assign(ticket, { called: one.at, desk: one.desk })
      if ((one.what === 'done' || one.what === 'absent') && ticket) ticket.end = one.what
      if (one.what === 'again' && ticket) delete ticket.end
      if (one.what === 'rated' && ticket) ticket.stars = one.stars
      if (one.what === 'booked') appointments.set(one.appointment, { day: one.day })
      if (one.what === 'moved' && appointment) appointment.day = one.day
      if ((one.what === 'cancelled' || one.what === 'arrived') && appointment) appointment.end = one.what
      if (one.what !== 'night') continue
      for (const each of tickets.values()) if (each.day <= one.day && each.called === undefined) each.end ??= 'left'
      for (const each of appointments.values()) if (each.day <= one.day) each.end ??= 'missed'
    }
    const ofTickets = [...tickets.values()].map(({ day, taken, called, desk = null, end, stars }): Fold => {
      const waitedMs = (called ?? taken) - taken
      const [served, left] = [end === 'done', end === 'absent' || end === 'left']
      const counts = {
        queue_taken: 1,
        queue_called: Number(called !== undefined),
        queue_served: Number(served),
        queue_left: Number(left),
        queue_waited_minutes: served ? Math.round(waitedMs / MINUTE_MS) : 0,
        queue_within_goal: Number(served && waitedMs <= 15 * MINUTE_MS),
        queue_ratings: Number(stars !== undefined),
        queue_rating_stars: stars ?? 0,
        queue_ratings_content: Number((stars ?? 0) > 3),
      }
      return { day, desk, counts }
    })
    const ofAppointments = [...appointments.values()].map(({ day, end }): Fold => {
      const counts = {
        appointments_booked: Number(end !== 'cancelled'),
        appointments_kept: Number(end === 'arrived'),
        appointments_missed: Number(end === 'missed'),
      }
      return { day, desk: null, counts }
    })
    return [...ofTickets, ...ofAppointments]
  }

  /** Added up apart; nothing stands for 0. */
  function sums(folds: readonly Fold[], keyOf: (one: Fold) => string): Map<string, Record<string, number>> {
    const all = new Map<string, Record<string, number>>()
    for (const one of folds) {
      const counts = all.get(keyOf(one)) ?? {}
      for (const [code, value] of Object.entries(one.counts)) if (value > 0) counts[code] = (counts[code] ?? 0) + value
      if (Object.keys(counts).length > 0) all.set(keyOf(one), counts)
    }
    return all
  }

  test('at their unit, at its desks, on their days, in the province above, and each opens to what it is made of', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 40, maxLength: 90 }), async (acts) => {
        await fresh()
        const log = await live(acts)
        const folds = fold(log)
        const whole = sums(folds, () => '').get('') ?? {}
        const byDay = await figures(clerk, 'day')
        expect(byDay.total).toEqual(whole)
        expect(new Map(byDay.rows.map(({ day, counts }) => [day, counts]))).toEqual(sums(folds, ({ day }) => day))
        const byDesk = await figures(clerk, 'desk')
        const atDesks = sums(folds, ({ desk }) => desk ?? '')
        // What a number counted for before it was called, it counted at no desk.
        const called = new Map(byDesk.rows.map(({ desk, counts }) => [desk ?? '', counts]))
        for (const code of [
          'queue_called',
          'queue_served',
          'queue_waited_minutes',
          'queue_within_goal',
          'queue_ratings',
        ])
          for (const desk of ['1', '2']) expect(called.get(desk)?.[code]).toBe(atDesks.get(desk)?.[code])
        const codes = Object.keys(whole)
        if (codes.length === 0) return
        expect(await measured(ward.one, codes)).toEqual(whole)
        expect(await measured(ward.province, codes)).toEqual(whole)
        for (const measure of codes) {
          const asked = { from: FIRST, to: addDays(FIRST, 29), unitId: ward.one, measure, limit: 500 }
          const { body } = await done(clerk.call(contract.listCounted, asked))
          expect(body.rows.reduce((sum, { value }) => sum + value, 0)).toBe(whole[measure])
          expect(body).toMatchObject({ count: body.rows.length, sum: whole[measure], after: null })
        }
      }),
      { numRuns: 6 },
    )
  })
})

test('a figure opens to its number, and the number to its appointment, for those of the unit alone', async () => {
  const { appointment } = (await done(book(FIRST, '09:00'))).body
  await done(kiosk.call(contract.checkIn, { requestKey: newId(), code: appointment.code }))
  later(20)
  const { ticket } = (await done(clerk.call(contract.callNext, at('1')))).body
  await done(clerk.call(contract.finishTicket, { ...at('1'), ticketId: ticket?.id ?? '', outcome: 'done' }))
  const { goalMinutes, total } = await figures(clerk, 'unit')
  expect(goalMinutes).toBe(15)
  expect(total).toMatchObject({ queue_served: 1, queue_waited_minutes: 20, appointments_kept: 1 })
  expect(total.queue_within_goal).toBeUndefined()
  const { body: shown } = await done(clerk.call(contract.getQueueTicket, { ticketId: ticket?.id ?? '' }))
  expect(shown).toMatchObject({ shown: 'B001', day: FIRST, deskName: 'Quầy 1', appointmentId: appointment.id })
  const { body: listed } = await done(clerk.call(contract.getListedAppointment, { appointmentId: appointment.id }))
  expect(listed).toMatchObject({ name: 'Nguyễn Thị Hẹn', state: 'arrived', ticketId: ticket?.id })
  const subjects = { item: { kind: 'measure', code: 'queue_served' }, unitId: ward.one, period: '2026-M12' } as const
  const { body } = await done(api.root.call(indicators.listSubjects, { ...subjects, regime: 'calendar' }))
  expect(body.subjects).toMatchObject([{ subject: { kind: 'ticket', id: ticket?.id, label: 'B001' } }])
  const stranger = manager(api, ward.two)
  expect((await stranger.call(contract.getQueueTicket, { ticketId: ticket?.id ?? '' })).status).toBe(404)
  expect((await stranger.call(contract.getListedAppointment, { appointmentId: appointment.id })).status).toBe(404)
  const span = { from: FIRST, to: FIRST, unitId: ward.one }
  expect((await stranger.call(contract.getFiguresOfCounters, span)).status).toBe(403)
  expect((await stranger.call(contract.listCounted, { ...span, measure: 'queue_served' })).status).toBe(403)
  expect((await figures(stranger, 'unit', { unitId: undefined })).rows).toEqual([])
})

test('days out of order or too many are refused, and so is a measure that is none', async () => {
  const asked = (more: Record<string, unknown>) =>
    clerk.call(contract.getFiguresOfCounters, { from: FIRST, to: FIRST, unitId: ward.one, ...more })
  expect((await asked({ to: '2026-12-01' })).problem).toMatchObject({ code: 'appointments/which-days' })
  expect((await asked({ to: '2029-12-01' })).problem).toMatchObject({ code: 'appointments/which-days' })
  const wrong = { from: FIRST, to: FIRST, unitId: ward.one, measure: 'cases_received' }
  expect((await clerk.call(contract.listCounted, wrong)).status).toBe(400)
})

test('the goal for waiting holds from a day to come on, for every counter, and what was counted stays', async () => {
  const said = { validFrom: '2026-12-03', minutes: 5, reason: 'Chỉ đạo mới' }
  expect((await clerk.call(contract.setWaitingGoal, said)).status).toBe(403)
  const gone = await api.root.call(contract.setWaitingGoal, { ...said, validFrom: FIRST })
  expect(gone.problem?.errors).toMatchObject([{ path: 'validFrom', code: 'appointments/goal-day-gone' }])
  await done(api.root.call(contract.setWaitingGoal, said))
  for (const _ of [FIRST, '2026-12-03']) {
    await done(take('B'))
    later(9)
    const { ticket } = (await done(clerk.call(contract.callNext, at('2')))).body
    await done(clerk.call(contract.finishTicket, { ...at('2'), ticketId: ticket?.id ?? '', outcome: 'done' }))
    later(24 * 60)
  }
  const { rows } = await figures(clerk, 'day')
  expect(rows.map(({ day, counts }) => [day, counts.queue_within_goal ?? 0])).toEqual([
    ['2026-12-03', 0],
    [FIRST, 1],
  ])
  const { body } = await done(clerk.call(contract.getWaitingGoal, {}))
  expect(body.minutes).toBe(5)
  expect(body.goals.map(({ minutes }) => minutes)).toEqual([5, 15])
})
