import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import * as figures from '#modules/indicators/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { type CaseRows, caseRows } from '#testing/case-rows.ts'
import { defineCaseFigures, recordCaseFacts } from './counting.ts'
import type { Act } from './domain/words.ts'

let api: TestApi
let rows: CaseRows
beforeAll(async () => {
  api = await testApi()
  rows = await caseRows(api)
})
afterAll(() => api.close())

/** As someone of one ward, or of nowhere: what is counted does not depend on what they see. */
async function record(caseId: string, act: Act, units: readonly string[] = []) {
  await api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: false, own: units, subtree: [] })
    const context = { tx, now: new Date(), newId, announce: async () => undefined, actor: SYSTEM }
    await recordCaseFacts(context, null, { id: caseId }, { act })
  })
}

async function figure(measure: string, unitId: string, period = '2026-M03') {
  const { body } = await api.root.call(figures.getFigures, {
    items: [{ kind: 'measure', code: `cases_${measure}` }],
    units: [unitId],
    periods: [period],
  })
  return Number(body.cells[0]?.[0]?.[0]?.value)
}

test('a case counts the moment its act commits: at its unit and everywhere above', async () => {
  const id = await rows.insert({
    competentUnitId: rows.a,
    receivedUnitId: rows.b,
    channel: 'online',
    receivedAt: '2026-03-02T02:00:00Z',
  })
  await record(id, 'receive')
  expect(await figure('received', rows.a)).toBe(1)
  expect(await figure('received', rows.b)).toBe(0)
  expect(await figure('desk_for_others', rows.b)).toBe(1)
  expect(await figure('received_online', rows.city)).toBe(1)
})

test('a reopened case was never finished: the fact is taken back with the reason, and the figure opens to both', async () => {
  const id = await rows.insert({
    competentUnitId: rows.b,
    receivedAt: '2026-03-03T02:00:00Z',
    dueAt: '2026-03-10T10:00:00Z',
  })
  await record(id, 'receive')
  await rows.change(id, { business: 'decided', endedAt: '2026-03-09T03:00:00Z', onTime: true })
  await record(id, 'decide')
  expect(await figure('finished_early', rows.b)).toBe(1)
  await rows.change(id, { business: 'processing', endedAt: null, onTime: null })
  await record(id, 'reopen')
  expect(await figure('finished_early', rows.b)).toBe(0)
  expect(await figure('finished', rows.city)).toBe(0)
  await rows.change(id, { business: 'decided', endedAt: '2026-03-11T03:00:00Z', onTime: false })
  await record(id, 'decide')
  expect([await figure('finished_late', rows.b), await figure('finished', rows.b)]).toEqual([1, 1])
  const { body } = await api.root.call(figures.listSubjects, {
    item: { kind: 'measure', code: 'cases_finished_early' },
    unitId: rows.b,
    period: '2026-M03',
  })
  expect(body.subjects.map(({ value, reason, subject }) => [value, reason, subject?.id])).toEqual([
    ['1', null, id],
    ['-1', 'Mở lại hồ sơ', id],
  ])
  expect(body.check).toMatchObject({ sum: '0', figure: '0', agrees: true })
})

test('recording twice, or after an act that changes nothing that counts, adds nothing', async () => {
  const id = await rows.insert({ competentUnitId: rows.a, receivedAt: '2026-02-20T02:00:00Z' })
  for (const act of ['receive', 'receive', 'forward', 'correct'] as const) await record(id, act)
  const { rows: facts } = await sql`select 1 from indicators.fact where subject_id = ${id}`.execute(api.db)
  expect(facts).toHaveLength(await countedRows(id))
})

test('a case handed to another unit counts there, and whoever handed it on need not see it any more', async () => {
  const before = [await figure('received', rows.a, '2026-M04'), await figure('received', rows.b, '2026-M04')]
  const id = await rows.insert({ competentUnitId: rows.a, receivedUnitId: rows.a, receivedAt: '2026-04-02T02:00:00Z' })
  await record(id, 'receive', [rows.a])
  await rows.change(id, { competentUnitId: rows.b, receivedUnitId: rows.b, unitId: rows.b })
  await record(id, 'transfer', [rows.a])
  expect([await figure('received', rows.a, '2026-M04'), await figure('received', rows.b, '2026-M04')]).toEqual([
    before[0],
    (before[1] ?? 0) + 1,
  ])
})

test('a case of a ward that is no more counts on at its heir', async () => {
  const id = await rows.insert({ competentUnitId: rows.old, receivedAt: '2026-05-20T02:00:00Z' })
  await record(id, 'receive')
  await rows.change(id, { business: 'decided', endedAt: '2026-07-03T03:00:00Z', onTime: true })
  await record(id, 'decide')
  expect(await figure('finished', rows.heir, '2026-M07')).toBe(1)
  await rows.change(id, { competentUnitId: rows.heir })
  await record(id, 'transfer')
  expect([await figure('received', rows.old, '2026-M06'), await figure('finished', rows.heir, '2026-M07')]).toEqual([
    1, 1,
  ])
})

test('what officials changed of a definition stays theirs', async () => {
  await sql`update indicators.measure set name_vi = 'Tên riêng' where code = 'cases_received'`.execute(api.db)
  await api.db.transaction().execute((tx) => defineCaseFigures({ tx, now: new Date(), newId, actor: SYSTEM }))
  const { body } = await api.root.call(figures.listMeasures, { search: 'cases_received' })
  expect(body.measures.filter(({ name }) => name.vi === 'Tên riêng')).toHaveLength(1)
  const again = await api.root.call(figures.listIndicators)
  expect(again.problem).toBeUndefined()
  expect(again.body.indicators.filter(({ code }) => code === 'MC.01')).toHaveLength(1)
})

async function countedRows(id: string): Promise<number> {
  const { rows: found } = await sql`select 1 from cases.counted where case_id = ${id}`.execute(api.db)
  return found.length
}
