import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { newId } from '#kernel/id.ts'
import { addWorkingDays, DEFAULT_SESSIONS } from '#kernel/work-time/working-calendar.ts'
import { calendar } from '#modules/calendar/index.ts'
import { organisation } from '#modules/organisation/index.ts'
import { procedures } from '#modules/procedures/index.ts'
import type { Grant } from '#server/actor.ts'
import { type Answer, type Caller, type TestApi, testApi } from '#testing/api.ts'
import { anyCase, buildPlace, clearCases, type MadeCase, madeCase, type Place, putCases } from '#testing/made-cases.ts'
import * as contract from '../contract.ts'
import { type Asker, dueMoments, isInList, maySee } from '../domain/lists.ts'
import { LISTS, type List } from '../domain/words.ts'
import { cases } from '../index.ts'

let api: TestApi
let place: Place
beforeAll(async () => {
  api = await testApi({ modules: [organisation, calendar, procedures, cases] })
  place = await buildPlace(api)
})
beforeEach(() => clearCases(api))
afterAll(() => api.close())

const read = (unitId: string | null, reach: Grant['reach'] = 'own'): Grant => ({
  permission: 'cases:read',
  unitId,
  reach,
})

/** Every page of a list, in order. */
async function wholeList(caller: Caller, list: List, filter: object = {}, limit = 5) {
  const found: string[] = []
  let after: string | null = null
  let total: number | null = null
  do {
    const answer: Answer<z.output<typeof contract.listCases.output>> = await caller.call(contract.listCases, {
      list,
      limit,
      ...filter,
      ...(after && { after }),
    })
    expect(answer.problem, list).toBeUndefined()
    found.push(...answer.body.cases.map(({ id }) => id))
    after = answer.body.next
    total = answer.body.total
  } while (after)
  return { found, total }
}

/** Which units the grants reach, said without asking the platform; null is everywhere. */
function unitsOf(grants: readonly Grant[]): ReadonlySet<string> | null {
  const below: Record<string, readonly string[]> = {
    [place.province]: [place.north, place.south, place.department],
    [place.other]: [place.far],
  }
  if (grants.some(({ unitId }) => unitId === null)) return null
  const reached = grants.flatMap(({ unitId, reach }) =>
    unitId === null ? [] : [unitId, ...(reach === 'subtree' ? (below[unitId] ?? []) : [])],
  )
  return new Set(reached)
}

const anyGrants = () =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .uniqueArray(
          fc.record({
            unitId: fc.constantFrom(...Object.values(place)),
            reach: fc.constantFrom<Grant['reach']>('own', 'subtree'),
          }),
          { minLength: 1, maxLength: 3, selector: ({ unitId }) => unitId },
        )
        .map((some) => some.map(({ unitId, reach }) => read(unitId, reach))),
    },
    { weight: 1, arbitrary: fc.constant([read(null, 'subtree')]) },
  )

const sorted = (ids: readonly string[]) => ids.toSorted()

test('whoever asks, each list holds exactly what its definition says, the counts agree, and nothing outside the scope is ever shown', async () => {
  const accounts = [newId(), newId()]
  const now = new Date()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCase(Object.values(place), accounts, now), { minLength: 1, maxLength: 25 }),
      anyGrants(),
      async (made, grants) => {
        await clearCases(api)
        await putCases(api, made)
        await expectLists(made, { accountId: accounts[0] ?? '', grants, filter: {}, chosen: null, now })
      },
    ),
    { numRuns: 25 },
  )
}, 180_000)

test('a unit named in the filter narrows every list and its count to that unit, with or without what stands below', async () => {
  const accounts = [newId(), newId()]
  const now = new Date()
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCase(Object.values(place), accounts, now), { minLength: 5, maxLength: 25 }),
      fc.boolean(),
      async (made, below) => {
        await clearCases(api)
        await putCases(api, made)
        const grants = [read(place.province, 'subtree'), read(place.far)]
        const chosen = below ? unitsOf([read(place.province, 'subtree')]) : new Set([place.province])
        const filter = { unitId: place.province, below }
        await expectLists(made, { accountId: accounts[0] ?? '', grants, filter, chosen, now })
      },
    ),
    // One account may call so many times a minute.
    { numRuns: 6 },
  )
}, 180_000)

type Expected = { accountId: string; grants: readonly Grant[]; filter: object; chosen: Asker['chosen']; now: Date }

async function expectLists(made: readonly MadeCase[], { accountId, grants, filter, chosen, now }: Expected) {
  const asker: Asker = { accountId, units: unitsOf(grants), chosen }
  const week = { sessions: DEFAULT_SESSIONS, specialDays: new Map(), inDayCutOff: '15:00', confirmedThrough: null }
  const moments = dueMoments(now, (day, count) => addWorkingDays(day, count, week))
  const caller = api.as({ id: accountId, grants })
  const { body } = await caller.call(contract.countCases, filter)
  for (const list of LISTS) {
    const { found, total } = await wholeList(caller, list, filter)
    const wanted = made.filter((one) => isInList(list, one, asker, moments)).map(({ id }) => id)
    expect(sorted(found), list).toEqual(sorted(wanted))
    expect(total, list).toBe(wanted.length)
    expect(body.counts.find((count) => count.list === list)?.count, list).toBe(wanted.length)
  }
  for (const q of ['a', 'nguyen', 'H91.1', '36'])
    for (const id of (await wholeList(caller, 'all', { ...filter, q }, 50)).found)
      expect(maySee(made.find((one) => one.id === id) as MadeCase, asker), q).toBe(true)
}

test('what is due soonest comes first, what has no due moment last', async () => {
  const of = { holder: place.north, competent: place.north, received: place.north, helped: null }
  const at = (hour: string) => new Date(`2026-12-01T${hour}:00:00Z`)
  const made = [null, at('05'), at('03'), null, at('04'), at('03')].map((dueAt) =>
    madeCase({ units: of, business: 'processing', dueAt }),
  )
  await putCases(api, made)
  const caller = api.as({ grants: [read(place.north)] })
  const order = (one: MadeCase) => `${one.dueAt?.toISOString() ?? 'z'} ${one.id}`
  const wanted = made.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map(({ id }) => id)
  expect((await wholeList(caller, 'unit', {}, 2)).found).toEqual(wanted)
  expect((await wholeList(caller, 'all', {}, 2)).found).toEqual(made.map(({ id }) => id).reverse())
})

test('a line names units and says the working minutes that are left', async () => {
  const of = { holder: place.department, competent: place.north, received: place.south, helped: null }
  const late = madeCase({ units: of, business: 'processing', dueAt: new Date('2026-11-02T10:00:00Z') })
  const ended = madeCase({ units: of, business: 'decided', dueAt: new Date('2026-11-02T10:00:00Z') })
  await putCases(api, [late, ended])
  const { body } = await api.as({ grants: [read(place.province, 'subtree')] }).call(contract.listCases, { list: 'all' })
  const [second, first] = body.cases
  expect(first).toMatchObject({
    id: late.id,
    unit: { name: 'Sở Nội vụ' },
    competentUnit: { name: 'Phường Bắc' },
    receivedUnit: { name: 'Phường Nam' },
  })
  expect(first?.minutesLeft).toBeLessThan(-480)
  expect(second?.minutesLeft).toBeNull()
})

test('a mark of another list, or no mark at all, is refused; a unit outside the scope too', async () => {
  const caller = api.as({ grants: [read(place.north)] })
  const of = { holder: place.north, competent: place.north, received: place.north, helped: null }
  await putCases(
    api,
    [1, 2].map(() => madeCase({ units: of, business: 'processing' })),
  )
  const { body } = await caller.call(contract.listCases, { list: 'unit', limit: 1 })
  for (const after of [body.next, 'x', '0', '../..', 'ZHVlX25vbmVf'])
    expect((await caller.call(contract.listCases, { list: 'all', after })).problem?.errors?.[0]?.code).toBe(
      'cases/bad-page-mark',
    )
  expect((await caller.call(contract.listCases, { unitId: place.far })).status).toBe(403)
  expect((await caller.call(contract.countCases, { unitId: place.far })).status).toBe(403)
})

test('a list shows what changed as soon as it is committed', async () => {
  const of = { holder: place.north, competent: place.north, received: place.north, helped: null }
  const caller = api.as({ grants: [read(place.north)] })
  expect((await wholeList(caller, 'unit')).found).toEqual([])
  const made = madeCase({ units: of, business: 'received' })
  await putCases(api, [made])
  expect(await wholeList(caller, 'unit')).toEqual({ found: [made.id], total: 1 })
})
