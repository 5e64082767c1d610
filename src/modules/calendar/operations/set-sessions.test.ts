import { afterAll, beforeAll, expect, test } from 'vitest'
import * as units from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { calendar } from '../index.ts'

let api: TestApi
let made: Record<string, string> = {}
beforeAll(async () => {
  api = await testApi({ modules: [organisation, calendar] })
  const ward = (key: string, code: string, name: string) => ({
    key,
    code,
    name,
    kind: 'ward',
    level: 'commune',
    parent: { key: 'province' },
  })
  const { body } = await api.root.call(units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          { key: 'province', code: '77', name: 'Tỉnh Thử', kind: 'province', level: 'province' },
          ward('one', '1', 'Phường Một'),
          ward('two', '2', 'Phường Hai'),
        ],
      },
    ],
  })
  made = body.created
})
afterAll(() => api.close())

const SHORT = { sessions: [{ from: '08:00', to: '12:00' }], inDayCutOff: '10:00' }
const set = (unitId: string | null, validFrom: string, hours: object | null, version = 0, caller = api.root) =>
  caller.call(contract.setSessions, { unitId, validFrom, hours, version, reason: 'theo quy chế' })
const due = async (unitId: string | null, receivedAt: string) => {
  const term = { amount: 2, unit: 'working-hours', rule: 'hours' }
  return (await api.root.call(contract.explainDeadline, { unitId, receivedAt, term })).body.dueAt
}

test('a unit without hours of its own has those of the unit above, from the day they hold', async () => {
  expect((await set(made.province ?? '', '2026-06-01', SHORT)).status).toBe(200)
  expect(await due(made.one ?? '', '2026-05-29T15:30')).toBe('2026-06-01T08:30')
  expect(await due(null, '2026-05-29T15:30')).toBe('2026-06-01T08:00')
})

test('own hours go before inherited ones, until the unit is as the one above again', async () => {
  const late = { sessions: [{ from: '13:00', to: '17:00' }], inDayCutOff: '15:00' }
  await set(made.two ?? '', '2026-07-01', late)
  await set(made.two ?? '', '2026-08-01', null)
  expect(await due(made.two ?? '', '2026-07-01T07:00')).toBe('2026-07-01T15:00')
  expect(await due(made.one ?? '', '2026-07-01T07:00')).toBe('2026-07-01T10:00')
  expect(await due(made.two ?? '', '2026-08-03T07:00')).toBe('2026-08-03T10:00')
  const { body } = await api.root.call(contract.listSessions, { unitId: made.two ?? '' })
  expect(body.entries.map(({ unitName, validFrom }) => [unitName, validFrom])).toEqual([
    ['Phường Hai', '2026-08-01'],
    ['Phường Hai', '2026-07-01'],
    ['Tỉnh Thử', '2026-06-01'],
  ])
  expect(body.today).toEqual(SHORT)
})

test('hours that begin the same day become a new version, and the older stays on record', async () => {
  await set(made.one ?? '', '2027-01-01', SHORT)
  expect((await set(made.one ?? '', '2027-01-01', null)).problem?.code).toBe('calendar/changed-since')
  expect((await set(made.one ?? '', '2027-01-01', null, 1)).status).toBe(200)
  const { body } = await api.root.call(contract.listSessions, { unitId: made.one ?? '' })
  expect(body.entries.filter(({ validFrom }) => validFrom === '2027-01-01')).toMatchObject([
    { version: 2, hours: null },
  ])
})

test('each sets the hours of the units in their charge only; those of the nation are set by who manages everything', async () => {
  const local = api.as({ grants: [{ permission: 'calendar:manage', unitId: made.one ?? '', reach: 'subtree' }] })
  expect((await set(made.one ?? '', '2028-01-01', SHORT, 0, local)).status).toBe(200)
  expect((await set(made.two ?? '', '2028-01-01', SHORT, 0, local)).problem?.status).toBe(403)
  expect((await set(null, '2028-01-01', SHORT, 0, local)).problem?.code).toBe('calendar/not-everywhere')
})

test('hours that overlap, end before they begin, or belong to no unit are refused', async () => {
  const overlapping = {
    sessions: [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '15:00' },
    ],
    inDayCutOff: '10:00',
  }
  expect((await set(null, '2029-01-01', overlapping)).problem?.code).toBe('calendar/not-sessions')
  const wrong = { sessions: [{ from: '8h', to: '12:00' }], inDayCutOff: '10:00' }
  expect((await set(null, '2029-01-01', wrong)).status).toBe(400)
  expect((await set('01900000-0000-7000-8000-000000000001', '2029-01-01', SHORT)).status).toBe(404)
})

test('everything that was set is listed page by page, newest first', async () => {
  const first = await api.root.call(contract.listSessions, { limit: 2 })
  expect(first.body.entries).toHaveLength(2)
  const second = await api.root.call(contract.listSessions, { limit: 2, after: first.body.after ?? '' })
  const ids = [...first.body.entries, ...second.body.entries].map(({ id }) => id)
  expect(ids).toEqual(ids.toSorted().toReversed())
})
