import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { organisation } from '../index.ts'

let api: TestApi
let countryId = ''
beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
  const { body } = await api.root.call(contract.createUnit, {
    name: 'Việt Nam',
    kind: 'country',
    level: 'nation',
    validFrom: '2000-01-01',
  })
  countryId = body.unitId
})
afterAll(() => api.close())

/** A province with three communes in the form of the statistics office, from 1 January 2021; `digits` keep tests apart. */
const gso = (digits: string) =>
  JSON.stringify([
    {
      Code: digits,
      FullName: `Tỉnh ${digits}`,
      Wards: [
        { Code: `${digits}001`, FullName: 'Phường 1', ProvinceCode: digits },
        { Code: `${digits}002`, FullName: 'Phường 2', ProvinceCode: digits },
        { Code: `${digits}003`, FullName: 'Xã Hoà Bình', ProvinceCode: digits },
      ],
    },
  ])

const load = (digits: string) =>
  api.root.call(contract.importUnits, { text: gso(digits), format: 'json', asOf: '2021-01-01' })

const csv = (asOf: string, ...lines: string[]) => ({
  text: ['code,name,parent_code,predecessors,same_unit', ...lines].join('\n'),
  format: 'csv' as const,
  asOf,
})

const provinceId = async (digits: string) => {
  const { body } = await api.root.call(contract.listUnits, { code: digits, level: 'province', day: '2021-01-01' })
  return body.units[0]?.unitId ?? ''
}

const communes = async (digits: string, day: string) => {
  const { body } = await api.root.call(contract.listUnits, { underId: await provinceId(digits), level: 'commune', day })
  return body.units.map(({ code, name }) => `${code} ${name}`)
}

test('a list of provinces with their communes is added under the country', async () => {
  const { body } = await load('11')
  expect(body).toMatchObject({ rows: 4, stored: true, counts: { added: 4, refused: 0 } })
  expect(await communes('11', '2021-01-01')).toEqual(['11001 Phường 1', '11002 Phường 2', '11003 Xã Hoà Bình'])
  const { body: tree } = await api.root.call(contract.treeAt, { rootId: countryId, day: '2021-01-01', depth: 1 })
  expect(tree.units.map(({ name }) => name)).toContain('Tỉnh 11')
})

test('the same list again changes nothing, also with the other placing of tone marks', async () => {
  await load('12')
  const again = await load('12')
  expect(again.body).toMatchObject({ stored: true, counts: { unchanged: 4, added: 0 } })
  const spelt = csv('2022-01-01', '12003,Xã Hòa Bình,12,,')
  const { body } = await api.root.call(contract.importUnits, spelt)
  expect(body.counts).toMatchObject({ unchanged: 1 })
})

test('a code that names another unit now is refused with its row, its names and its day, and nothing is stored', async () => {
  await load('13')
  const list = csv('2025-07-01', '13001,Phường Mới,13,,', '13009,Phường Chín,13,,')
  const { problem } = await api.root.call(contract.importUnits, list)
  expect(problem).toMatchObject({ status: 422, code: 'organisation/import-refused' })
  expect(problem?.errors).toMatchObject([
    {
      path: 'rows.2',
      code: 'organisation/code-reused',
      values: { code: '13001', oldName: 'Phường 1', name: 'Phường Mới', day: '2025-07-01', row: 2 },
    },
  ])
  expect(problem?.errors?.[0]?.message).toContain('Phường Mới')
  expect(await communes('13', '2025-07-01')).toEqual(['13001 Phường 1', '13002 Phường 2', '13003 Xã Hoà Bình'])
})

test('with the codes it comes from, the re-used code begins another unit', async () => {
  await load('14')
  const list = csv('2025-07-01', '14001,Phường Mới,14,14001;14002,')
  const { body } = await api.root.call(contract.importUnits, list)
  expect(body.counts).toMatchObject({ merged: 1 })
  expect(await communes('14', '2025-06-30')).toEqual(['14001 Phường 1', '14002 Phường 2', '14003 Xã Hoà Bình'])
  expect(await communes('14', '2025-07-01')).toEqual(['14001 Phường Mới', '14003 Xã Hoà Bình'])
  const again = await api.root.call(contract.importUnits, list)
  expect(again.body).toMatchObject({ stored: true, counts: { unchanged: 1, merged: 0 } })
})

test('a rename said to be the same unit keeps the unit; so does a new code under an old name', async () => {
  await load('15')
  const { body } = await api.root.call(
    contract.importUnits,
    csv('2023-01-01', '15001,Phường Bạch Đằng,15,,có', '15012,Phường 2,15,,'),
  )
  expect(body.counts).toMatchObject({ renamed: 1, recoded: 1 })
  const { body: found } = await api.root.call(contract.listUnits, {
    code: '15001',
    level: 'commune',
    day: '2023-01-01',
  })
  const unit = await api.root.call(contract.getUnit, { unitId: found.units[0]?.unitId ?? '' })
  expect(unit.body.versions.map(({ name }) => name)).toEqual(['Phường 1', 'Phường Bạch Đằng'])
})

test('a complete list ends what it does not name', async () => {
  await load('16')
  const { body } = await api.root.call(contract.importUnits, {
    ...csv('2024-01-01', '16001,Phường 1,,,', '16002,Phường 2,,,'),
    rootId: await provinceId('16'),
    complete: true,
  })
  expect(body.counts).toMatchObject({ unchanged: 2, ended: 1 })
  expect(await communes('16', '2024-01-01')).toEqual(['16001 Phường 1', '16002 Phường 2'])
})

test('every wrong row is named with its reason', async () => {
  await load('17')
  const list = csv(
    '2024-01-01',
    '17004,,17,,',
    '17005,Vùng lạ,99,,',
    '17006,Phường Sáu,17,17999,',
    '17007,Phường Bảy,17,17001,',
    '17008,Phường Tám,17,17001,',
    '17007,Phường Bảy nữa,17,,',
  )
  const { body } = await api.root.call(contract.previewImport, list)
  const refused = body.differences.flatMap(({ row, problem }) => (problem ? [`${row} ${problem.code}`] : []))
  expect(refused).toEqual([
    '2 organisation/row-without-name',
    '3 organisation/row-kind-unknown',
    '4 organisation/row-predecessor-unknown',
    '6 organisation/row-predecessor-twice',
    '7 organisation/row-code-twice',
  ])
})

test('a file that is no list is refused in words', async () => {
  const send = (text: string, format: 'csv' | 'json') =>
    api.root.call(contract.importUnits, { text, format, asOf: '2024-01-01' })
  expect((await send('{"a":', 'json')).problem?.code).toBe('organisation/import-unreadable')
  expect((await send('{"wards": 3}', 'json')).problem?.code).toBe('organisation/import-unreadable')
  expect((await send('ma,dan so\n1,2', 'csv')).problem?.code).toBe('organisation/column-missing')
  expect((await send('code,name\n1,"Phường', 'csv')).problem?.code).toBe('organisation/import-unreadable')
  expect((await api.root.call(contract.importUnits, { asOf: '2024-01-01' })).problem?.code).toBe(
    'organisation/import-source',
  )
})

test('an uploaded file is read; one of somebody else is not found', async () => {
  const fileId = await api.root.upload('units.json', 'application/json', new TextEncoder().encode(gso('18')))
  const foreign = api.as({ grants: [{ permission: '*', unitId: null, reach: 'subtree' }] })
  expect((await foreign.call(contract.importUnits, { fileId, asOf: '2021-01-01' })).status).toBe(404)
  expect((await api.root.call(contract.importUnits, { fileId, asOf: '2021-01-01' })).body.counts).toMatchObject({
    added: 4,
  })
})

test('who may import under one province only, cannot touch another', async () => {
  await load('19')
  await load('20')
  const officer = api.as({
    grants: [{ permission: 'organisation:import', unitId: await provinceId('19'), reach: 'subtree' }],
  })
  const own = await officer.call(contract.importUnits, csv('2022-01-01', '19004,Phường Bốn,19,,'))
  expect(own.body.counts).toMatchObject({ added: 1 })
  const other = await officer.call(contract.importUnits, csv('2022-01-01', '20004,Phường Bốn,20,,'))
  expect(other.problem).toMatchObject({ status: 403, code: 'organisation/outside-scope' })
})

test('3,300 communes of 33 provinces come in within seconds, and are read in a moment', async () => {
  const provinces = Array.from({ length: 33 }, (_, p) => ({
    Code: `${60 + p}`,
    FullName: `Tỉnh lớn ${p}`,
    Wards: Array.from({ length: 100 }, (_w, w) => ({
      Code: `${60 + p}${String(w).padStart(3, '0')}`,
      FullName: `Xã ${p}-${w}`,
    })),
  }))
  const began = performance.now()
  const { body } = await api.root.call(contract.importUnits, {
    text: JSON.stringify(provinces),
    format: 'json',
    asOf: '2021-01-01',
  })
  expect(body.counts).toMatchObject({ added: 3333 })
  expect(performance.now() - began).toBeLessThan(30_000)
  const asked = performance.now()
  await api.root.call(contract.listUnits, { search: 'xa 3-14', day: '2021-01-01' })
  expect(performance.now() - asked).toBeLessThan(5000)
})
