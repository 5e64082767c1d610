import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { SYSTEM } from '#server/actor.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { type CaseRows, caseRows } from '#testing/case-rows.ts'
import * as contract from '../contract.ts'
import { countCase } from '../counting.ts'
import { CASE_TABLES } from '../domain/report-tables.ts'

let api: TestApi
let rows: CaseRows
beforeAll(async () => {
  api = await testApi()
  rows = await caseRows(api)
  await fill(60)
})
afterAll(() => api.close())

const DAYS = [
  '2026-01-10',
  '2026-02-20',
  '2026-03-31',
  '2026-05-02',
  '2026-06-30',
  '2026-07-01',
  '2026-08-15',
  '2026-10-01',
]
const at = (day: string) => `${day}T03:00:00Z`

/** Cases of any history, all counted: received, due, ended or not, some paused, some asked for papers twice. */
async function fill(count: number) {
  const samples = fc.sample(
    fc.record({
      unit: fc.constantFrom('a', 'b', 'old'),
      channel: fc.constantFrom('counter', 'online', 'post'),
      received: fc.nat(4),
      due: fc.integer({ min: 0, max: 3 }),
      ended: fc.option(fc.nat(3)),
      business: fc.constantFrom('decided', 'returned', 'stopped', 'withdrawn'),
      field: fc.constantFrom('thu', 'khac'),
      pauses: fc.nat(2),
      fee: fc.constantFrom(0, 5000),
      online: fc.boolean(),
    }),
    { numRuns: count, seed: 7 },
  )
  for (const one of samples) {
    const [received, due] = [at(DAYS[one.received] ?? ''), at(DAYS[one.received + one.due] ?? '')]
    const ended = one.ended === null ? null : at(DAYS[one.received + one.ended] ?? '')
    const id = await rows.insert({
      competentUnitId: rows[one.unit as 'a'],
      channel: one.channel,
      remote: one.channel !== 'counter',
      fieldCode: one.field,
      receivedAt: received,
      dueAt: one.pauses === 2 && !ended ? null : due,
      endedAt: ended,
      business: ended ? one.business : 'processing',
      onTime: ended ? ended <= due : null,
      feeTotalVnd: one.fee,
      paidVnd: one.fee,
      finance: one.fee ? 'paid' : 'none',
      paidOnline: one.online && one.fee > 0,
      supplements: one.pauses,
    })
    await history(id, one.pauses, received, due, ended)
    await api.appDb.transaction().execute(async (tx) => {
      await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
      await countCase({ tx, now: new Date(), newId, announce: async () => undefined, actor: SYSTEM }, id, 'thử')
    })
  }
}

async function history(id: string, pauses: number, received: string, due: string, ended: string | null) {
  const change = (kind: string, moment: string, after: string | null) =>
    sql`insert into cases.due_change (id, case_id, kind, at, due_after, reason, by_id, by_name)
      values (${newId()}, ${id}, ${kind}, ${moment}, ${after}, '', ${id}, '')`.execute(api.db)
  const pause = (from: string, to: string | null) =>
    sql`insert into cases.pause (id, case_id, kind, from_at, to_at, stops_clock, reason)
      values (${newId()}, ${id}, 'supplement', ${from}, ${to}, true, '')`.execute(api.db)
  await change('first', received, due)
  if (pauses === 0) return
  await pause(received.replace('T03', 'T04'), received.replace('T03', 'T05'))
  if (pauses === 2 && !ended) {
    await change('pause', received.replace('T03', 'T06'), null)
    await pause(received.replace('T03', 'T06'), null)
  }
}

const report = async (table: contract.CaseTableName, more: object) =>
  (await api.root.call(contract.caseReport, { unitId: rows.city, table, ...more })).body
type Report = Awaited<ReturnType<typeof report>>
const valueOf = (body: Report, row: number, key: string) =>
  body.rows[row]?.cells[body.columns.findIndex((column) => column.key === key)]

test('in every table the total is the sum of its rows, and a ratio is the two columns it is made of', async () => {
  for (const table of CASE_TABLES) {
    const body = await report(table, { period: '2026-Y' })
    const total = body.rows.findIndex(({ kind }) => kind === 'total')
    expect(total).toBe(body.rows.length - 1)
    for (const { key, addsUp, of } of body.columns) {
      if (addsUp) {
        const parts = body.rows.slice(0, -1).map((_, row) => valueOf(body, row, key)?.value ?? 0)
        expect(valueOf(body, total, key)?.value, `${table} ${key}`).toBe(parts.reduce((a, b) => a + b, 0))
      }
      if (of) {
        const cell = valueOf(body, total, key)
        expect([cell?.numerator, cell?.denominator]).toEqual(of.map((part) => valueOf(body, total, part)?.value))
      }
    }
  }
})

test('a period and its days by themselves give the same counts: figures and cases never disagree', async () => {
  for (const table of ['4a', '4b', '5b', 'progress', 'identity'] as const) {
    const period = await report(table, { period: '2026-Q2' })
    const days = await report(table, { from: '2026-03-15', to: '2026-06-14', structureDay: period.days.structureDay })
    expect(days.rows).toEqual(period.rows)
    expect(period.days).toMatchObject({ from: '2026-03-15', to: '2026-06-14' })
  }
})

test('each count opens to exactly its cases', async () => {
  for (const table of ['4a', 'progress'] as const) {
    const body = await report(table, { period: '2026-Q3' })
    for (const row of body.rows) {
      for (const cell of row.cells) {
        if (cell.opens === null || cell.value === null) continue
        const { body: opened } = await api.root.call(contract.caseReportCases, {
          unitId: row.unit.unitId,
          period: '2026-Q3',
          what: cell.opens as 'open',
          reach: row.kind === 'own' ? 'own' : 'subtree',
          limit: 500,
        })
        expect([opened.total, opened.rows.length], `${cell.opens}`).toEqual([cell.value, cell.value])
      }
    }
  }
})

test('each number of procedures opens to exactly its procedures', async () => {
  for (const table of ['4b', '5a'] as const) {
    const body = await report(table, { period: '2026-Q3' })
    for (const row of body.rows) {
      for (const cell of row.cells) {
        const [, column] = cell.opens?.split('procedures:') ?? []
        if (column === undefined || cell.value === null) continue
        const { body: found } = await api.root.call(contract.caseReportProcedures, {
          unitId: row.unit.unitId,
          period: '2026-Q3',
          structureDay: body.days.structureDay,
          table,
          column,
          kind: row.kind,
        })
        expect([found.total, found.procedures.length], column).toEqual([cell.value, cell.value])
      }
    }
  }
  const wrong = { unitId: rows.city, period: '2026-Q3', table: '4a' as const, column: 'late', kind: 'total' as const }
  expect((await api.root.call(contract.caseReportProcedures, wrong)).problem).toMatchObject({ status: 404 })
})

test('pages of cases go through all of them once; who may not see a case sees that it is there', async () => {
  const seen: string[] = []
  let after: string | undefined
  const asked = { unitId: rows.city, period: '2026-Y', what: 'cases_received' as const, limit: 7 }
  do {
    const { body } = await api.root.call(contract.caseReportCases, { ...asked, ...(after && { after }) })
    seen.push(...body.rows.map((row) => row.case?.id ?? ''))
    after = body.next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(60)
  const figures = { permission: 'indicators:read', unitId: null, reach: 'subtree' as const }
  const blind = await api.as({ grants: [figures] }).call(contract.caseReportCases, { ...asked, limit: 100 })
  expect([blind.body.total, blind.body.masked]).toEqual([60, 60])
  const clerk = api.as({ grants: [figures, { permission: 'cases:read', unitId: rows.a, reach: 'own' }] })
  const { body } = await clerk.call(contract.caseReportCases, { ...asked, limit: 100 })
  expect(body.total).toBe(60)
  expect(body.masked).toBe(body.rows.filter((row) => row.case === null).length)
  expect(body.rows.every((row) => (row.case === null) === (row.unit.unitId !== rows.a))).toBe(true)
  expect(body.masked).toBeGreaterThan(0)
})

test('a ward that gave way lives on in its heir: the table of today counts what it received', async () => {
  const now = await report('4a', { period: '2026-Q2', structureDay: '2026-08-01' })
  const then = await report('4a', { period: '2026-Q2', structureDay: '2026-06-01' })
  const named = (body: Report, unitId: string) => body.rows.findIndex(({ unit }) => unit.unitId === unitId)
  expect(named(now, rows.old)).toBe(-1)
  expect(valueOf(now, named(now, rows.heir), 'received')).toEqual(valueOf(then, named(then, rows.old), 'received'))
})

test('form II.06: for any histories and any days its identities hold, and its totals are those of the tables', async () => {
  const day = fc.constantFrom('2026-01-01', ...DAYS, '2026-09-09', '2026-12-31')
  await fc.assert(
    fc.asyncProperty(day, day, fc.constantFrom('city', 'a', 'b', 'heir'), async (one, other, unit) => {
      const [from = '', to = ''] = [one, other].toSorted()
      const unitId = rows[unit as 'city']
      const { body } = await api.root.call(contract.formII06, { unitId, from, to, structureDay: '2026-09-01' })
      expect(body.checks.map(({ formula, holds }) => [formula, holds])).toEqual([
        ['(3)=(4)+(5)+(6)', true],
        ['(7)=(8)+(9)+(10)', true],
        ['(11)=(12)+(13)', true],
        ['(3)=(7)+(11)', true],
      ])
      const table = await report('progress', { unitId, from, to, structureDay: '2026-09-01' })
      const total = table.rows.length - 1
      const { counts } = body.total
      expect([counts['6'], counts['8'], counts['9'], counts['10'], counts['12'], counts['13']]).toEqual(
        ['carried', 'early', 'on_time', 'late', 'open_in_time', 'open_late'].map(
          (key) => valueOf(table, total, key)?.value,
        ),
      )
    }),
    { numRuns: 25 },
  )
})

test('every cell of form II.06 opens to exactly its cases, page by page', async () => {
  const day = fc.constantFrom('2026-01-01', ...DAYS, '2026-09-09', '2026-12-31')
  await fc.assert(
    fc.asyncProperty(day, day, fc.constantFrom('city', 'a', 'heir'), async (one, other, unit) => {
      const [from = '', to = ''] = [one, other].toSorted()
      const days = { unitId: rows[unit as 'city'], from, to, structureDay: '2026-09-01' }
      const { body } = await api.root.call(contract.formII06, days)
      for (const { fieldCode, counts } of [...body.rows, body.total]) {
        for (const column of contract.II06_COLUMNS) {
          const cell = { ...days, column, ...(fieldCode !== null && { field: fieldCode }) }
          expect([column, ...(await opened(cell))]).toEqual([column, counts[column], counts[column]])
        }
      }
    }),
    { numRuns: 8 },
  )
})

type Cell = { unitId: string; from: string; to: string; column: (typeof contract.II06_COLUMNS)[number]; field?: string }

/** What a cell says that there is behind it, and how many different cases its pages show. */
async function opened(cell: Cell): Promise<readonly [number, number]> {
  const ids = new Set<string>()
  const page = async (after?: string): Promise<number> => {
    const { body } = await api.root.call(contract.formII06Cases, { ...cell, limit: 25, ...(after && { after }) })
    for (const row of body.rows) ids.add(row.case?.id ?? '')
    return body.next === null ? body.total : page(body.next)
  }
  return [await page(), ids.size]
}

test('what is open is judged by what was known then: due moments of later do not change a past moment', async () => {
  const id = await rows.insert({
    competentUnitId: rows.b,
    receivedAt: at('2025-01-06'),
    dueAt: at('2025-12-01'),
    business: 'processing',
  })
  const change = (moment: string, after: string | null) =>
    sql`insert into cases.due_change (id, case_id, kind, at, due_after, reason, by_id, by_name)
      values (${newId()}, ${id}, 'extension', ${moment}, ${after}, '', ${id}, '')`
      .execute(api.db)
      .catch(() => undefined)
  await sql`insert into cases.due_change (id, case_id, kind, at, due_after, reason, by_id, by_name)
    values (${newId()}, ${id}, 'first', ${at('2025-01-06')}, ${at('2025-02-03')}, '', ${id}, '')`.execute(api.db)
  await change(at('2025-05-05'), at('2025-12-01'))
  await api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await countCase({ tx, now: new Date(), newId, announce: async () => undefined, actor: SYSTEM }, id, 'thử')
  })
  const late = async (to: string) =>
    valueOf(await report('progress', { unitId: rows.b, from: '2025-01-01', to }), 0, 'open_late')?.value
  expect([await late('2025-01-31'), await late('2025-03-31'), await late('2025-06-30')]).toEqual([0, 1, 0])
})

test('days are needed, and a unit that is there', async () => {
  expect((await api.root.call(contract.caseReport, { unitId: rows.city, table: '4a' })).problem).toMatchObject({
    status: 400,
    code: 'cases/which-days',
  })
  expect((await api.root.call(contract.formII06, { unitId: newId(), period: '2026-Q1' })).problem).toMatchObject({
    status: 404,
  })
})
