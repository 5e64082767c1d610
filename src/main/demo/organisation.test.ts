import { afterAll, beforeAll, expect, test } from 'vitest'
import * as contract from '#modules/organisation/contract.ts'
import {
  decompose,
  findByCode,
  findUnitAt,
  loadStructure,
  organisation,
  type Structure,
  unitsUnder,
} from '#modules/organisation/index.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlersByEvent } from '#server/events.ts'
import { perform } from '#server/operation.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { demoUnitIds, loadOrganisationDemo } from './organisation.ts'
import { readUnitRows } from './organisation-rows.ts'

let api: TestApi
let structure: Structure
let ids: ReadonlyMap<string, string>
let loadMs = 0
const deps = {
  perform: async <T>(id: string, input: unknown) => {
    const operation = organisation.operations.find(({ endpoint }) => endpoint.id === id)
    if (!operation) throw new Error(id)
    return (await perform(operation, input, { db: api.appDb, actor: SYSTEM, handlers: handlersByEvent([]) })) as T
  },
}
const id = (slug: string) => {
  const found = ids.get(slug)
  if (!found) throw new Error(`no unit ${slug}`)
  return found
}

beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
  const began = performance.now()
  await loadOrganisationDemo(deps)
  loadMs = performance.now() - began
  ids = await demoUnitIds(deps)
  structure = await api.appDb.transaction().execute(loadStructure)
})
afterAll(() => api.close())

const under = (slug: string, day: string, level = 'commune') =>
  unitsUnder(structure, id(slug), day).filter((unit) => unit.level === level)

test('it loads in a few seconds (twenty on the busiest machine) and once only', async () => {
  expect(loadMs).toBeLessThan(20_000)
  await loadOrganisationDemo(deps)
  const again = await api.appDb.transaction().execute(loadStructure)
  expect(again.versions).toHaveLength(structure.versions.length)
})

test('the city has 12 offices and 17 wards in 2023, and is gone on 1 July 2025', () => {
  expect(under('tp-vung-tau', '2023-09-30')).toHaveLength(17)
  expect(under('vt-ubnd', '2023-09-30', 'district').filter(({ kind }) => kind === 'office')).toHaveLength(12)
  expect(findUnitAt(structure, id('tp-vung-tau'), '2025-06-30')?.name).toBe('Thành phố Vũng Tàu')
  expect(findUnitAt(structure, id('tp-vung-tau'), '2025-07-01')).toBeUndefined()
})

test('the 77 communes of 2025 become 30 of TP.HCM with Côn Đảo, 5 of them of the city', () => {
  expect(under('tinh-brvt', '2025-06-30')).toHaveLength(77)
  expect(under('tp-hcm', '2025-07-01')).toHaveLength(30)
  const now = under('tp-hcm', '2026-11-21').map(({ name }) => name)
  expect(now).toEqual(
    expect.arrayContaining([
      'Phường Vũng Tàu',
      'Phường Tam Thắng',
      'Phường Rạch Dừa',
      'Phường Phước Thắng',
      'Xã Long Sơn',
    ]),
  )
})

test('there are 34 provinces, seven of them cities since Đồng Nai became one', () => {
  const provinces = (day: string) =>
    under('viet-nam', day, 'province').filter(({ kind }) => kind === 'province' || kind === 'central-city')
  expect(provinces('2026-11-21')).toHaveLength(34)
  expect(provinces('2026-11-21').filter(({ kind }) => kind === 'central-city')).toHaveLength(7)
  expect(provinces('2026-04-29').filter(({ kind }) => kind === 'central-city')).toHaveLength(6)
})

test('14 codes are given to a commune of another name, and never join two units', () => {
  const communes = under('tp-hcm', '2025-07-01')
  const reused = communes.flatMap((unit) => {
    const old = findByCode(structure, { code: unit.code ?? '', level: 'commune', day: '2025-06-30' })
    return old && old.name.normalize() !== unit.name.normalize() && old.unitId !== unit.unitId ? [{ old, unit }] : []
  })
  const otherName = reused.filter(({ old, unit }) => bare(old.name) !== bare(unit.name))
  expect(otherName).toHaveLength(14)
  expect(otherName.map(({ unit }) => unit.code)).toContain('26506')
})

const bare = (name: string) => name.replace(/^(Phường|Xã|Thị trấn|Đặc khu) /, '')

test('figures of 2023 in the wards of 2026 are the sums of the former wards, exactly', () => {
  const range = { from: '2023-01-01', to: '2023-10-01' }
  const parts = decompose(structure, { unitId: id('c-26506-2025'), structureDay: '2026-01-01', range })
  expect(
    parts.map(({ sourceUnitId }) => findUnitAt(structure, sourceUnitId, '2023-01-01')?.name ?? '').toSorted(),
  ).toEqual(
    ['Phường 1', 'Phường 2', 'Phường 3', 'Phường 4', 'Phường 5', 'Phường Thắng Nhì', 'Phường Thắng Tam'].toSorted(),
  )
  expect(parts.every(({ quality, covers }) => quality === 'exact' && covers === 'subtree')).toBe(true)
})

test('the city of 2023 in figures of 2026 is its five wards, exactly; one old ward alone cannot be told', () => {
  const range = { from: '2026-01-01', to: '2026-04-01' }
  const city = decompose(structure, { unitId: id('tp-vung-tau'), structureDay: '2023-09-30', range })
  expect(
    city.map(({ sourceUnitId }) => findUnitAt(structure, sourceUnitId, '2026-01-01')?.code ?? '').toSorted(),
  ).toEqual(['26506', '26526', '26536', '26542', '26545'])
  expect(new Set(city.map(({ quality }) => quality))).toEqual(new Set(['exact']))
  const ward = decompose(structure, { unitId: id('vt-phuong-1'), structureDay: '2023-09-30', range })
  expect(ward).toMatchObject([{ sourceUnitId: id('c-26506-2025'), share: null, quality: 'not-derivable' }])
})

test('a range across the merger takes the city before it and its wards after it', () => {
  const range = { from: '2025-01-01', to: '2026-01-01' }
  const parts = decompose(structure, { unitId: id('tp-vung-tau'), structureDay: '2023-09-30', range })
  expect(parts).toHaveLength(6)
  expect(parts[0]).toMatchObject({ sourceUnitId: id('tp-vung-tau'), fromDay: '2025-01-01', toDay: '2025-07-01' })
  expect(parts.slice(1).every(({ fromDay, toDay }) => fromDay === '2025-07-01' && toDay === '2026-01-01')).toBe(true)
})

test('TP.HCM of today takes the whole of three former provinces in 2023', () => {
  const range = { from: '2023-01-01', to: '2023-10-01' }
  const parts = decompose(structure, { unitId: id('tp-hcm'), structureDay: '2026-01-01', range })
  expect(new Set(parts.map(({ sourceUnitId }) => sourceUnitId))).toEqual(
    new Set(['tinh-brvt', 'tinh-binh-duong', 'tp-hcm-2021'].map(id)),
  )
  expect(parts.every(({ covers, quality }) => covers === 'subtree' && quality === 'exact')).toBe(true)
})

test('who may see TP.HCM sees the ended province and its wards, and nothing of another province', async () => {
  const officer = api.as({ grants: [{ permission: 'organisation:write', unitId: id('tp-hcm'), reach: 'subtree' }] })
  const rename = (slug: string) =>
    officer.call(contract.holdPosition, {
      officialId: '01900000-0000-7000-8000-000000000000',
      unitId: id(slug),
      title: 'Thử',
      validFrom: '2022-01-01',
      validTo: '2022-02-01',
    })
  expect((await rename('vt-phuong-1')).problem?.code).toBe('organisation/official-not-found')
  expect((await rename('p-01')).problem?.code).toBe('organisation/outside-scope')
})

test('the list of 30 communes, imported by code alone, is refused at its 14 re-used codes and 5 changed kinds', async () => {
  const rows = await readUnitRows('communes-2025-07-01')
  const text = ['code,name', ...rows.map(({ code, name }) => `${code},${name}`)].join('\n')
  const asked = { text, format: 'csv' as const, asOf: '2025-06-30', rootId: id('tinh-brvt') }
  const { body } = await api.root.call(contract.previewImport, asked)
  const refusedFor = (code: string) => body.differences.filter(({ problem }) => problem?.code === code)
  const reused = refusedFor('organisation/code-reused')
  expect(reused).toHaveLength(14)
  expect(reused[0]).toMatchObject({
    code: '26506',
    before: 'Phường 1',
    name: 'Phường Vũng Tàu',
    problem: { values: { row: 2, oldName: 'Phường 1', name: 'Phường Vũng Tàu', day: '2025-06-30' } },
  })
  expect(refusedFor('organisation/kind-changed')).toHaveLength(5)
  expect(body.counts).toMatchObject({ refused: 19, added: 1 })
})
