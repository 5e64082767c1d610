import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { organisation } from '../index.ts'

let api: TestApi
const ids: Record<string, string> = {}

/** A city with wards 1, 2 and 10; ward 1 is renamed, then 1 and 2 merge with known populations and the city's code is new. */
beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
  const ward = (key: string, name: string) => ({
    key,
    code: key,
    name,
    kind: 'ward' as const,
    level: 'commune' as const,
    parent: { key: 'city' },
  })
  const founded = await api.root.call(contract.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      {
        kind: 'create',
        to: [
          {
            key: 'city',
            code: '01',
            name: 'Thành phố Biển',
            shortName: 'TP. Biển',
            kind: 'provincial-city',
            level: 'district',
          },
          ward('101', 'Phường 1'),
          ward('102', 'Phường 2'),
          ward('110', 'Phường 10'),
        ],
      },
    ],
  })
  Object.assign(ids, founded.body.created)
  await api.root.call(contract.applyChange, {
    effectiveOn: '2023-01-01',
    acts: [{ kind: 'rename', from: [{ unitId: ids['101'] ?? '' }], set: { name: 'Phường Hoà Bình' } }],
  })
  const merged = await api.root.call(contract.applyChange, {
    effectiveOn: '2025-07-01',
    acts: [
      {
        kind: 'merge',
        from: [{ unitId: ids['101'] ?? '' }, { unitId: ids['102'] ?? '' }],
        to: [{ ...ward('new', 'Phường Biển'), code: '101', parent: { unitId: ids.city ?? '' } }],
        basis: 'population',
        shares: [
          { from: { unitId: ids['101'] ?? '' }, to: { key: 'new' }, amount: 30_000 },
          { from: { unitId: ids['102'] ?? '' }, to: { key: 'new' }, amount: 10_000 },
        ],
      },
      { kind: 'recode', from: [{ unitId: ids.city ?? '' }], set: { code: '02' } },
    ],
  })
  Object.assign(ids, merged.body.created)
})
afterAll(() => api.close())

test('the tree is that of the day', async () => {
  const names = async (day: string) =>
    (await api.root.call(contract.treeAt, { day })).body.units.map(({ name }) => name)
  expect(await names('2020-12-31')).toEqual([])
  expect(await names('2022-12-31')).toEqual(['Thành phố Biển', 'Phường 1', 'Phường 2', 'Phường 10'])
  expect(await names('2023-01-01')).toEqual(['Thành phố Biển', 'Phường Hoà Bình', 'Phường 2', 'Phường 10'])
  expect(await names('2025-07-01')).toEqual(['Thành phố Biển', 'Phường Biển', 'Phường 10'])
})

test('it counts kinds, names the days of change, and can be shown to a depth', async () => {
  const { body } = await api.root.call(contract.treeAt, { day: '2025-07-01', depth: 0 })
  expect(body.units).toMatchObject([{ name: 'Thành phố Biển', childCount: 2, beganOn: '2021-01-01' }])
  expect(body.counts).toEqual([
    { level: 'district', kind: 'provincial-city', count: 1 },
    { level: 'commune', kind: 'ward', count: 2 },
  ])
  expect(body.firstDay).toBe('2021-01-01')
  expect(body.changeDays).toEqual([
    { day: '2021-01-01', acts: 1 },
    { day: '2023-01-01', acts: 1 },
    { day: '2025-07-01', acts: 2 },
  ])
  const unknown = await api.root.call(contract.treeAt, { rootId: '01900000-0000-7000-8000-000000000000' })
  expect(unknown.problem).toMatchObject({ status: 404, code: 'organisation/unit-not-found' })
})

test('units are found by name without marks and by code on that day, the best first, with their path', async () => {
  const found = async (search: string, day: string) =>
    (await api.root.call(contract.listUnits, { search, day })).body.units.map(({ name }) => name)
  expect(await found('hoa binh', '2023-06-01')).toEqual(['Phường Hoà Bình'])
  expect(await found('phuong 1', '2022-01-01')).toEqual(['Phường 1', 'Phường 10'])
  expect(await found('101', '2022-01-01')).toEqual(['Phường 1'])
  expect(await found('101', '2026-01-01')).toEqual(['Phường Biển'])
  const { body } = await api.root.call(contract.listUnits, { search: 'phuong 2', day: '2022-01-01' })
  expect(body.units[0]?.path).toEqual(['TP. Biển'])
})

test('a list goes on after its last unit', async () => {
  const first = await api.root.call(contract.listUnits, { day: '2022-01-01', limit: 3 })
  expect(first.body).toMatchObject({ total: 4 })
  const after = first.body.units.at(-1)?.unitId ?? ''
  const second = await api.root.call(contract.listUnits, { day: '2022-01-01', limit: 3, after })
  expect([...first.body.units, ...second.body.units].map(({ name }) => name)).toEqual([
    'Thành phố Biển',
    'Phường 1',
    'Phường 2',
    'Phường 10',
  ])
})

test('a unit tells its versions, what came of it in which parts, and who else carries its code', async () => {
  const { body } = await api.root.call(contract.getUnit, { unitId: ids['101'] ?? '', day: '2024-01-01' })
  expect(body.versions.map(({ name, validFrom, validTo }) => ({ name, validFrom, validTo }))).toEqual([
    { name: 'Phường 1', validFrom: '2021-01-01', validTo: '2023-01-01' },
    { name: 'Phường Hoà Bình', validFrom: '2023-01-01', validTo: '2025-07-01' },
  ])
  expect(body.successors).toMatchObject([
    {
      unit: { name: 'Phường Biển' },
      gave: { numerator: 1, denominator: 1 },
      makesUp: { numerator: 3, denominator: 4 },
    },
  ])
  expect(body.sameCode.map(({ name }) => name)).toEqual(['Phường Biển'])
  expect(body.ancestors.map(({ name }) => name)).toEqual(['Thành phố Biển'])
  const heir = await api.root.call(contract.getUnit, { unitId: ids.new ?? '' })
  expect(heir.body.predecessors.map(({ unit }) => unit.name).toSorted()).toEqual(['Phường 2', 'Phường Hoà Bình'])
  expect((await api.root.call(contract.getUnit, { unitId: ids.city ?? '', day: '2026-01-01' })).body.unit.code).toBe(
    '02',
  )
})

test('changes are listed newest first, of a unit, a kind or a time', async () => {
  const all = await api.root.call(contract.listChanges, {})
  expect(all.body.changes.map(({ kind }) => kind).toSorted()).toEqual(['create', 'merge', 'recode', 'rename'])
  expect(all.body.changes.at(-1)?.kind).toBe('create')
  const ofUnit = await api.root.call(contract.listChanges, { unitId: ids['101'] ?? '' })
  expect(ofUnit.body.changes.map(({ kind }) => kind)).toEqual(['merge', 'rename', 'create'])
  expect(ofUnit.body.changes[1]).toMatchObject({ from: [{ name: 'Phường 1' }], to: [{ name: 'Phường Hoà Bình' }] })
  const page = await api.root.call(contract.listChanges, { limit: 1 })
  const next = await api.root.call(contract.listChanges, { limit: 10, after: page.body.changes[0]?.id ?? '' })
  expect([...page.body.changes, ...next.body.changes]).toEqual(all.body.changes)
  const of2023 = await api.root.call(contract.listChanges, { from: '2023-01-01', to: '2023-12-31' })
  expect(of2023.body.changes.map(({ kind }) => kind)).toEqual(['rename'])
})

test('a territory is shown in the units of another day, with its certainty', async () => {
  const parts = async (unitId: string, structureDay: string, day: string) =>
    (await api.root.call(contract.territoryAt, { unitId, structureDay, day })).body.parts.map(
      ({ unit, quality, share }) => `${unit.name} ${quality} ${share?.numerator}/${share?.denominator}`,
    )
  expect(await parts(ids.new ?? '', '2025-07-01', '2022-01-01')).toEqual(['Phường 1 exact 1/1', 'Phường 2 exact 1/1'])
  expect(await parts(ids['101'] ?? '', '2022-01-01', '2026-01-01')).toEqual(['Phường Biển estimated 3/4'])
  const early = await api.root.call(contract.territoryAt, {
    unitId: ids.new ?? '',
    structureDay: '2022-01-01',
    day: '2026-01-01',
  })
  expect(early.problem?.status).toBe(404)
})

test('reading needs the right to read', async () => {
  const stranger = api.as({ grants: [] })
  expect((await stranger.call(contract.treeAt)).status).toBe(403)
  expect((await stranger.call(contract.listUnits)).status).toBe(403)
  expect((await stranger.call(contract.listChanges)).status).toBe(403)
})
