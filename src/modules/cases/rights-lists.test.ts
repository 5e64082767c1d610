import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import type { Grant } from '#server/actor.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { isAboutCases } from '#testing/case-rights.ts'
import { anyCase, buildPlace, clearCases, type MadeCase, type Place, putCases } from '#testing/made-cases.ts'
import { buildProcedure } from '#testing/ward.ts'
import * as contract from './contract.ts'
import { maySee } from './domain/lists.ts'
import { LISTS } from './domain/words.ts'
import { cases } from './index.ts'

/** Whoever asks for many cases at once is told of theirs, and of no other one's id, code, name or number. */
let api: TestApi
let place: Place
beforeAll(async () => {
  api = await testApi()
  place = await buildPlace(api)
  await buildProcedure(api)
})
afterAll(() => api.close())

const PHONES = ['0912000001', '0912000002']
const ACCOUNTS = [newId(), newId()]
type Named = MadeCase & { readonly phone: string; readonly identity: string }

/** Each case has a name and a number that no other text contains. */
const named = (made: readonly MadeCase[]): Named[] =>
  made.map((one, index) => ({
    ...one,
    name: `Người Số${String(index).padStart(4, '0')}x`,
    phone: PHONES[index % 2] ?? '',
    identity: `0790900${String(index).padStart(5, '0')}`,
  }))

/** The cases, on a procedure that is there, counted where they were received, with a draft of an apology and a notice each. */
async function putPlaced(made: readonly Named[]): Promise<void> {
  await clearCases(api)
  await putCases(api, made)
  await sql`update cases."case" set procedure_version_id = v.id, process_version_id = p.id
    from procedures.version v, procedures.process_version p`.execute(api.db)
  await sql`insert into cases.counted (case_id, measure, unit_id, day, value, fact_id)
    select id, 'cases_received', received_unit_id, '2026-11-10', 1, id from cases."case" where received_at is not null`.execute(
    api.db,
  )
  await sql`insert into cases.stay (case_id, unit_id, received_day)
    select case_id, unit_id, day from cases.counted`.execute(api.db)
  await sql`insert into cases.apology_draft (id, case_id, due_at, proposed_due_at, late_reason, text, state, made_at)
    select id, id, now(), now(), 'workload', subject_name, 'open', now() from cases."case"`.execute(api.db)
  await sql`insert into cases.notice (id, account_id, case_id, kind, due_at, at)
    select id, ${ACCOUNTS[0]}, id, 'apology', now(), now() from cases."case"`.execute(api.db)
}

const november = () => ({ unitId: place.province, from: '2026-11-01', to: '2026-11-30', limit: 500 })

/** Every reading that is of more than one case, with what it is asked. */
const READINGS: Readonly<Record<string, () => readonly object[]>> = {
  'cases.list-cases': () => [
    ...LISTS.map((list) => ({ list, limit: 500 })),
    { list: 'all', q: 'nguoi', limit: 500 },
    { list: 'all', q: PHONES[0] },
    { list: 'all', q: '079090000003' },
  ],
  'cases.count-cases': () => [{}, { q: 'nguoi' }],
  'cases.list-cases-of-person': () => [{ phone: PHONES[0], limit: 500 }, { identityNumber: '079090000003' }],
  'cases.list-orphaned-cases': () => [{ limit: 500 }],
  'cases.preview-calendar-move': () => [{ limit: 500 }, { unitId: place.far, limit: 500 }],
  'cases.list-cases-at-risk': () => [{ days: 10 }],
  'cases.list-apology-drafts': () => [{ limit: 500 }],
  'cases.list-notices': () => [{ limit: 500 }],
  'cases.forecast-accuracy': () => [{}],
  'cases.workload-forecast': () => [{}],
  'cases.message-overview': () => [{}],
  'cases.list-stand-in-messages': () => [{}],
  'cases.escalation-health': () => [{}],
  'cases.case-report': () => [{ ...november(), limit: undefined, table: '4a' }],
  'cases.case-report-cases': () => ['cases_received', 'open', 'open_late'].map((what) => ({ ...november(), what })),
  'cases.form-ii-06': () => [{ ...november(), limit: undefined }],
  'cases.form-ii-06-cases': () => ['3', '5', '13'].map((column) => ({ ...november(), column })),
  'cases.index-766': () => [{ ...november(), limit: undefined }],
  'cases.index-766-cases': () => ['2.1', '3.3', '4.2'].map((indicator) => ({ ...november(), indicator })),
}
/** Readings in which no case stands, and files, whose rows are those of the tests above and of the book. */
const WITHOUT_CASES = [
  'cases.case-report-procedures',
  'cases.index-766-procedures',
  'cases.list-index-weights',
  'cases.list-assignees',
  'cases.list-filters',
  'cases.list-late-reasons',
  'cases.list-message-templates',
  'cases.list-unit-codes',
  'cases.get-desk',
  'cases.get-letter-settings',
  'cases.get-watch-settings',
  'cases.preview-message-template',
  'cases.export-case-report',
  'cases.print-book',
  'cases.look-up-case',
]

const readings = cases.operations
  .map(({ endpoint }) => endpoint)
  .filter(({ changes, input }) => !changes && !isAboutCases(input))

test('every reading of many cases is tried', () => {
  const known = [...Object.keys(READINGS), ...WITHOUT_CASES]
  expect(readings.map(({ id }) => id).filter((id) => !known.includes(id))).toEqual([])
  expect(known.filter((id) => !readings.some((endpoint) => endpoint.id === id))).toEqual([])
})

const anyReader = () =>
  fc.record({
    accountId: fc.constantFrom(...ACCOUNTS),
    places: fc.uniqueArray(
      fc.record({
        unitId: fc.constantFrom(...Object.values(place)),
        reach: fc.constantFrom<Grant['reach']>('own', 'subtree'),
      }),
      { minLength: 1, maxLength: 2, selector: ({ unitId }) => unitId },
    ),
  })
type Reader = { readonly accountId: string; readonly places: readonly Pick<Grant, 'reach' | 'unitId'>[] }

function unitsOf({ places }: Reader): ReadonlySet<string> {
  const below: Record<string, readonly string[]> = {
    [place.province]: [place.north, place.south, place.department],
    [place.other]: [place.far],
  }
  return new Set(
    places.flatMap(({ unitId, reach }) => [unitId ?? '', ...(reach === 'subtree' ? (below[unitId ?? ''] ?? []) : [])]),
  )
}

/** Reads cases, steers and defines over some units; figures everywhere. */
const callerOf = ({ accountId, places }: Reader) =>
  api.as({
    id: accountId,
    grants: [
      { permission: 'indicators:read', unitId: null, reach: 'subtree' },
      ...places.flatMap((at) =>
        ['cases:read', 'cases:steer', 'cases:define'].map((permission) => ({ permission, ...at })),
      ),
    ],
  })

/** What an answer gives away of a case. */
function tracesOf(said: string, { id, code, name, identity }: Named): string[] {
  return [id, code, name, identity].filter((trace): trace is string => trace !== null && said.includes(trace))
}

async function expectOwnAlone(endpoint: Endpoint, caller: Caller, hidden: readonly Named[]): Promise<void> {
  for (const input of READINGS[endpoint.id]?.() ?? []) {
    const { status, body, problem } = await caller.call(endpoint, input as Record<string, unknown>)
    expect(status, JSON.stringify({ id: endpoint.id, input, problem })).toBe(200)
    const said = JSON.stringify(body)
    for (const one of hidden) expect(tracesOf(said, one), JSON.stringify({ id: endpoint.id, input })).toEqual([])
  }
}

async function expectWhole(caller: Caller, seen: readonly Named[], made: readonly Named[]): Promise<void> {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted()
  const { body: all } = await caller.call(contract.listCases, { list: 'all', limit: 500 })
  expect(ids(all.cases)).toEqual(ids(seen))
  expect(all.total).toBe(seen.length)
  const [phone] = PHONES
  const { body: person } = await caller.call(contract.listCasesOfPerson, { phone, limit: 500 })
  expect(ids(person.cases)).toEqual(ids(seen.filter((one) => one.phone === phone)))
  const { body: counts } = await caller.call(contract.countCases, {})
  expect(counts.counts.find(({ list }) => list === 'all')?.count).toBe(seen.length)

  const asked = { ...november(), what: 'cases_received' as const }
  const { body: behind } = await caller.call(contract.caseReportCases, asked)
  const ofProvince = [place.province, place.north, place.south, place.department]
  const counted = (one: Named) => one.code !== null && ofProvince.includes(one.units.received ?? '')
  expect(behind.total).toBe(made.filter(counted).length)
  expect(behind.rows.flatMap((row) => (row.case ? [row.case.id] : [])).toSorted()).toEqual(ids(seen.filter(counted)))
  expect(behind.masked).toBe(made.filter(counted).length - seen.filter(counted).length)
}

test('of cases anywhere, readers of any units are told of theirs alone, by whatever reading, and of all of theirs', async () => {
  const placed = fc.array(anyCase(Object.values(place), ACCOUNTS, new Date()), { minLength: 55, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(placed, fc.array(anyReader(), { minLength: 3, maxLength: 3 }), async (drawn, readers) => {
      const made = named(drawn)
      await putPlaced(made)
      for (const reader of readers) {
        const asker = { accountId: reader.accountId, units: unitsOf(reader), chosen: null }
        const caller = callerOf(reader)
        const hidden = made.filter((one) => !maySee(one, asker) && one.business !== 'draft')
        for (const endpoint of readings) await expectOwnAlone(endpoint, caller, hidden)
        await expectWhole(
          caller,
          made.filter((one) => maySee(one, asker)),
          made,
        )
      }
    }),
    { numRuns: 3 },
  )
})

test('a book of another unit is not printed, and that it was tried is in the log', async () => {
  const clerk = callerOf({ accountId: newId(), places: [{ unitId: place.north, reach: 'subtree' }] })
  const book = { unitId: place.far, from: '2026-11-01', to: '2026-11-30' }
  expect((await clerk.call(contract.printBook, book)).status).toBe(403)
  const { rows } = await sql<{ target: object }>`select target from platform.audit
    where operation = 'cases.print-book' and actor_id = ${clerk.actorId} and outcome not in ('done', 'read')`.execute(
    api.db,
  )
  expect(rows).toEqual([{ target: { unitId: place.far } }])
})

test('a saved filter is its owner’s: others neither see nor remove it', async () => {
  const at = [{ unitId: place.north, reach: 'own' as const }]
  const [one, two] = [callerOf({ accountId: newId(), places: at }), callerOf({ accountId: newId(), places: at })]
  const kept: z.input<typeof contract.saveFilter.input> = {
    name: 'Của tôi',
    list: 'unit',
    filter: { channel: 'online' },
  }
  const { body } = await one.call(contract.saveFilter, kept)
  expect((await two.call(contract.listFilters)).body.filters).toEqual([])
  const removed = await two.call(contract.removeFilter, { id: body.filters[0]?.id })
  expect(removed.problem).toMatchObject({ status: 404, code: 'cases/filter-not-found' })
  expect((await one.call(contract.listFilters)).body.filters).toHaveLength(1)
})

test('points of the index hold everywhere, so they are set by whoever holds the right everywhere', async () => {
  const grants = [{ permission: 'cases:define', unitId: place.province, reach: 'subtree' as const }]
  const weight = { indicator: '2.1', points: 1, validFrom: '2026-01-01', source: 'Thử', reason: 'Thử' }
  expect((await api.as({ grants }).call(contract.setIndexWeight, weight)).status).toBe(403)
})
