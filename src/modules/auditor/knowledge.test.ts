import { afterAll, beforeAll, expect, test } from 'vitest'
import * as indicators from '#modules/indicators/contract.ts'
import * as organisation from '#modules/organisation/contract.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import * as contract from './contract.ts'
import { unitsAround } from './knowledge.ts'
import { buildUnits, done, type Place } from './operations/reports.fixture.ts'

let api: TestApi
let units: Place
beforeAll(async () => {
  api = await testApi()
  units = await buildUnits(api.root)
  await done(api.root, indicators.defineMeasure, {
    code: 'received',
    source: 'counted',
    nature: 'flow',
    unit: { vi: 'hồ sơ', en: 'dossiers' },
    validFrom: '2020-01-01',
    name: { vi: 'Số hồ sơ tiếp nhận', en: 'Dossiers received' },
  })
  const fact = (unitId: string, value: string) => ({ measure: 'received', unitId, value, day: '2023-08-01' })
  await done(api.root, indicators.recordFacts, { facts: [fact(units.city, '1500'), fact(units.ward, '700')] })
})
afterAll(() => api.close())

type Counts = { readonly city: string; readonly ward: string; readonly before?: string; readonly quarter?: string }

/** A table of received dossiers, for quarter III of 2023 unless another is said. */
function table({ city, ward, before = '0', quarter = 'III' }: Counts): Uint8Array {
  const lines = [
    'BÁO CÁO',
    `Tiếp nhận hồ sơ quý ${quarter} năm 2023`,
    'TT\tĐơn vị\tKỳ trước\tKỳ này\tSố hồ sơ tiếp nhận',
    `1\tThành phố Vũng Tàu\t${before}\t${city}\t${city}`,
    `2\tPhường 1\t400\t${ward}\t${ward}`,
    `3\tPhường 9\t20\t20\t20`,
  ]
  return new TextEncoder().encode(lines.join('\n'))
}

async function rulesOf(caller: Caller, bytes: Uint8Array, title: string): Promise<string[]> {
  const fileId = await caller.upload('q.txt', 'text/plain', bytes)
  const audit = await done(caller, contract.auditFile, { fileId, unitId: units.city, title })
  const { findings } = await done(caller, contract.getAudit, { auditId: audit.auditId })
  return findings.map(({ rule }) => rule)
}

const auditing = (...more: string[]) =>
  api.as({
    grants: ['auditor:*', ...more].map((permission) => ({ permission, unitId: units.city, reach: 'subtree' as const })),
  })

test('stored figures of the period are held against the report, of the unit and of those under it', async () => {
  const title = 'Tiếp nhận quý III năm 2023'
  const reader = auditing('indicators:read')
  expect(await rulesOf(reader, table({ city: '2.200', ward: '700' }), title)).not.toContain('as-stored')
  expect(await rulesOf(reader, table({ city: '2.200', ward: '770' }), title)).toContain('as-stored')
  // The office alone or everything under it: a report may mean either.
  expect(await rulesOf(reader, table({ city: '1.500', ward: '700' }), title)).not.toContain('as-stored')
  expect(await rulesOf(reader, table({ city: '1.700', ward: '700' }), title)).toContain('as-stored')
})

test('nobody learns from a finding what they may not see', async () => {
  const title = 'Bản riêng quý III năm 2023'
  expect(await rulesOf(auditing(), table({ city: '1.701', ward: '771' }), title)).not.toContain('as-stored')
  const own = api.as({
    grants: [
      { permission: 'auditor:*', unitId: units.city, reach: 'subtree' },
      { permission: 'indicators:read', unitId: units.ward, reach: 'own' },
    ],
  })
  expect(await rulesOf(own, table({ city: '1.702', ward: '700' }), title)).not.toContain('as-stored')
  expect(await rulesOf(own, table({ city: '1.703', ward: '772' }), title)).toContain('as-stored')
})

test('a period without stored figures, and no period at all, are compared with nothing', async () => {
  const reader = auditing('indicators:read')
  expect(await rulesOf(reader, table({ city: '9', ward: '9' }), 'Tiếp nhận quý II năm 2021')).not.toContain('as-stored')
  expect(await rulesOf(reader, table({ city: '8', ward: '8' }), 'Tiếp nhận hồ sơ')).not.toContain('as-stored')
})

test('every version of the units around is known, and nothing of units elsewhere', async () => {
  await done(api.root, organisation.applyChange, {
    effectiveOn: '2025-07-01',
    acts: [{ kind: 'rename', from: [{ unitId: units.ward }], set: { name: 'Phường Vũng Tàu' } }],
  })
  const structure = await api.appDb.transaction().execute((tx) => loadStructure(tx))
  const known = unitsAround(structure, units.ward)
  expect(known.map(({ name, validFrom, validTo, parentName }) => [name, validFrom, validTo, parentName])).toEqual([
    ['Thành phố Vũng Tàu', '2021-01-01', null, null],
    ['Phường 1', '2021-01-01', '2025-07-01', 'Thành phố Vũng Tàu'],
    ['Phường Vũng Tàu', '2025-07-01', null, 'Thành phố Vũng Tàu'],
  ])
})
