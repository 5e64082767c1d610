import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadCalendar, loadCalendars } from '#modules/calendar/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { calendar } from '../index.ts'

let api: TestApi
let next = 0
let day = ''
beforeAll(async () => {
  api = await testApi({ modules: [organisation, calendar] })
})
afterAll(() => api.close())
/** A Monday of its own for every test. */
beforeEach(() => {
  day = new Date(Date.UTC(2025, 0, 6 + 7 * next++)).toISOString().slice(0, 10)
})

const word = (more: object = {}) => ({
  day,
  kind: 'off' as const,
  name: { vi: 'Ngày lễ', en: 'A holiday' },
  decision: 'Quyết định thử',
  confirmed: true,
  sourceNote: '',
  version: 0,
  ...more,
})
const set = (days: object[], caller = api.root) =>
  caller.call(contract.setSpecialDays, { days, reason: 'theo quyết định' })
const listed = async () => {
  const { body } = await api.root.call(contract.listSpecialDays, { year: Number(day.slice(0, 4)) })
  return body.days.find((one) => one.day === day)
}

test('a day that is set is listed, and what is said again is not written again', async () => {
  expect((await set([word()])).body).toEqual({ added: 1, changed: 0, unchanged: 0 })
  expect((await set([word({ version: 1 })])).body).toEqual({ added: 0, changed: 0, unchanged: 1 })
  expect(await listed()).toMatchObject({ day, kind: 'off', version: 1, decision: 'Quyết định thử' })
})

test('each change is a version that stays readable with its reason, a removal too', async () => {
  await set([word()])
  await set([word({ version: 1, confirmed: false })])
  await api.root.call(contract.removeSpecialDay, { day, version: 2, reason: 'thu hồi quyết định' })
  expect(await listed()).toBeUndefined()
  const { body } = await api.root.call(contract.historyOfSpecialDay, { day })
  expect(body.versions.map(({ version, kind, confirmed, reason }) => [version, kind, confirmed, reason])).toEqual([
    [3, null, false, 'thu hồi quyết định'],
    [2, 'off', false, 'theo quyết định'],
    [1, 'off', true, 'theo quyết định'],
  ])
  expect((await set([word({ version: 3 })])).body).toMatchObject({ added: 1 })
  expect((await listed())?.version).toBe(4)
})

test('whoever looked at an older version is told so, and nothing is stored', async () => {
  await set([word()])
  const { problem } = await set([word({ version: 0, name: { vi: 'Khác', en: 'Other' } })])
  expect(problem).toMatchObject({ status: 409, code: 'calendar/changed-since' })
  const removal = await api.root.call(contract.removeSpecialDay, { day, version: 7, reason: 'x' })
  expect(removal.problem?.code).toBe('calendar/changed-since')
  expect(await listed()).toMatchObject({ version: 1, name: { vi: 'Ngày lễ', en: 'A holiday' } })
})

test('a Monday cannot be made up, a day is named once, a day that is not there is not removed', async () => {
  expect((await set([word({ kind: 'make-up' })])).problem?.code).toBe('calendar/make-up-on-weekday')
  expect((await set([word(), word()])).problem?.code).toBe('calendar/named-twice')
  const removal = await api.root.call(contract.removeSpecialDay, { day, version: 0, reason: 'x' })
  expect(removal.problem).toMatchObject({ status: 404, code: 'calendar/day-not-found' })
  expect((await api.root.call(contract.historyOfSpecialDay, { day })).status).toBe(404)
})

test('only who manages the calendar everywhere changes what holds for everyone', async () => {
  const reader = api.as({})
  expect((await set([word()], reader)).status).toBe(403)
  const unitId = '01900000-0000-7000-8000-000000000001'
  const local = api.as({ grants: [{ permission: 'calendar:manage', unitId, reach: 'subtree' }] })
  expect((await set([word()], local)).problem?.code).toBe('calendar/not-everywhere')
  expect((await reader.call(contract.listSpecialDays, { year: 2025 })).status).toBe(200)
})

test('what the module hands to others follows each change at once, and tells how it was before', async () => {
  const load = () => api.appDb.transaction().execute((tx) => loadCalendar(tx, null))
  const before = await load()
  expect(await load()).toBe(before)
  await set([word()])
  const after = await load()
  expect([before.specialDays.has(day), after.specialDays.get(day)?.name]).toEqual([false, 'Ngày lễ'])
  const { rows } = await sql<{ at: Date }>`
    select changed_at as at from calendar.special_day where day = ${day}`.execute(api.db)
  const known = await api.appDb.transaction().execute((tx) => loadCalendars(tx, [null], rows[0]?.at ?? null))
  expect(known.get(null)?.specialDays.has(day)).toBe(false)
})

test('the event names the days, in the transaction of the change', async () => {
  await set([word()])
  const { rows } = await sql<{ payload: unknown }>`
    select payload from platform.event where name = 'calendar.changed' order by id desc limit 1`.execute(api.db)
  expect(contract.CalendarChanged.parse(rows[0]?.payload)).toEqual({ fromDay: day, toDay: day, unitId: null })
})

test('what was said can be neither edited nor deleted, by nobody', async () => {
  await set([word()])
  await expect(sql`update calendar.special_day set reason = '' where day = ${day}`.execute(api.db)).rejects.toThrow()
  await expect(sql`delete from calendar.special_day where day = ${day}`.execute(api.db)).rejects.toThrow()
})
