import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { cityOf } from '#testing/city.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
let city = ''
let [a, b] = ['', '']
beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  const id = await cityOf(api, [
    ['a', '1', 'Phường 1'],
    ['b', '2', 'Phường 2'],
  ])
  city = id('city')
  ;[a, b] = [id('a'), id('b')]
  for (const [code, nature] of [
    ['received', 'flow'],
    ['waiting', 'stock'],
  ] as const) {
    await api.root.call(contract.defineMeasure, {
      code,
      name: { vi: code, en: code },
      nature,
      source: 'counted',
      unit: { vi: 'hồ sơ', en: 'dossiers' },
      validFrom: '2021-01-01',
    })
  }
})
afterAll(() => api.close())

const fact = (unitId: string, day: string, id: string, value = '1', measure = 'received') => ({
  measure,
  unitId,
  day,
  value,
  subject: { kind: 'dossier', id, label: `Hồ sơ ${id}` },
})
const subjects = (caller: typeof api.root, unitId: string, period: string, more: object = {}) =>
  caller.call(contract.listSubjects, { item: { kind: 'measure', code: 'received' }, unitId, period, ...more })

test('counts are seen by all readers, rows only by those whose scope covers the unit', async () => {
  await api.root.call(contract.recordFacts, {
    facts: [fact(a, '2026-03-01', 'A1'), fact(a, '2026-03-02', 'A2'), fact(b, '2026-03-03', 'B1')],
  })
  const reader = api.as({ grants: [{ permission: 'indicators:read', unitId: a, reach: 'own' }] })
  const { body } = await subjects(reader, city, '2026-M03')
  expect(body.subjects.map(({ subject }) => subject?.id ?? null)).toEqual(['A1', 'A2', null])
  expect(body).toMatchObject({ masked: 1, check: { listed: 3, total: 3, sum: '3', figure: '3', agrees: true } })
})

test('pages go through all rows once', async () => {
  const facts = Array.from({ length: 25 }, (_, n) =>
    fact(n % 2 ? a : b, `2026-04-${String(1 + (n % 9)).padStart(2, '0')}`, `P${n}`),
  )
  await api.root.call(contract.recordFacts, { facts })
  const seen: string[] = []
  let after: string | undefined
  do {
    const { body } = await subjects(api.root, city, '2026-M04', { limit: 10, ...(after && { after }) })
    seen.push(...body.subjects.map(({ subject }) => subject?.id ?? ''))
    expect(body.check).toMatchObject({ listed: 25, total: 25, agrees: true })
    after = body.next ?? undefined
  } while (after)
  expect(new Set(seen).size).toBe(25)
  expect(seen).toHaveLength(25)
})

test('a correction is another fact: the first stays, the sum is right, and it cannot be corrected twice', async () => {
  const { body } = await api.root.call(contract.recordFacts, { facts: [fact(a, '2026-05-05', 'C1', '3')] })
  const [factId = ''] = body.ids
  const corrected = await api.root.call(contract.correctFact, { factId, value: '2', reason: 'Đếm trùng một hồ sơ' })
  expect(corrected.body.ids).toHaveLength(2)
  const { body: listed } = await subjects(api.root, a, '2026-M05')
  expect(listed.subjects.map(({ value }) => value)).toEqual(['3', '-3', '2'])
  expect(listed.check).toMatchObject({ sum: '2', figure: '2', listed: 3, agrees: true })
  const { problem } = await api.root.call(contract.correctFact, { factId, value: '1', reason: 'Nữa' })
  expect(problem).toMatchObject({ status: 409, code: 'indicators/already-corrected' })
  const { rows } = await sql<{ value: string }>`select value from indicators.fact where id = ${factId}`.execute(api.db)
  expect(rows[0]?.value).toBe('3')
})

test('a stock opens to the last level of each unit', async () => {
  const level = (unitId: string, day: string, value: string) => fact(unitId, day, `S${day}`, value, 'waiting')
  await api.root.call(contract.recordFacts, {
    facts: [level(a, '2026-01-02', '9'), level(a, '2026-02-02', '4'), level(b, '2026-01-03', '6')],
  })
  const { body } = await api.root.call(contract.listSubjects, {
    item: { kind: 'measure', code: 'waiting' },
    unitId: city,
    period: '2026-M03',
  })
  expect(body.subjects.map(({ value }) => value).toSorted()).toEqual(['4', '6'])
  expect(body.check).toMatchObject({ sum: '10', figure: '10', agrees: true })
})

test('what cannot be counted is refused whole, each fault by its place', async () => {
  const facts = [
    fact(a, '2026-06-01', 'ok'),
    fact(a, '2019-01-01', 'early'),
    { ...fact(a, '2026-06-01', 'x'), measure: 'nothing' },
    fact(a, '2026-06-01', 'half', '0.5'),
  ]
  const { problem } = await api.root.call(contract.recordFacts, { facts })
  expect(problem?.errors?.map(({ path, code }) => `${path} ${code}`)).toEqual([
    'facts.1.day indicators/measure-not-valid',
    'facts.2.measure indicators/unknown-measure',
    'facts.3.value indicators/too-many-decimals',
  ])
  expect((await subjects(api.root, a, '2026-M06')).body.check).toMatchObject({ listed: 0, figure: '0' })
})

test('recording needs the unit in scope', async () => {
  const clerk = api.as({ grants: [{ permission: 'indicators:record-facts', unitId: a, reach: 'own' }] })
  expect((await clerk.call(contract.recordFacts, { facts: [fact(b, '2026-07-01', 'N1')] })).status).toBe(403)
  expect((await clerk.call(contract.recordFacts, { facts: [fact(a, '2026-07-01', 'Y1')] })).status).toBe(200)
})
