import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { organisation, pointsAt } from '../index.ts'

let api: TestApi
let cityId = ''
let wardId = ''
beforeAll(async () => {
  api = await testApi({ modules: [organisation] })
  const create = async (unit: Record<string, unknown>) =>
    (await api.root.call(contract.createUnit, { validFrom: '2025-07-01', ...unit } as never)).body.unitId
  cityId = await create({ name: 'Thành phố Thử', kind: 'central-city', level: 'province' })
  wardId = await create({ name: 'Phường Thử', kind: 'ward', level: 'commune', parentId: cityId })
})
afterAll(() => api.close())

const point = { latitude: 10.3456789, longitude: 107.08, accuracy: 'approximate' as const, source: 'Ước lượng' }
const place = (given: Record<string, unknown> = {}) =>
  api.root.call(contract.placeUnit, { unitId: wardId, validFrom: '2025-07-01', point, ...given })
const places = async () => (await api.root.call(contract.getUnit, { unitId: wardId })).body.places
const at = (day: string) => api.db.transaction().execute((tx) => pointsAt(tx, day as never))

test('a unit is found where it was said to be, from that day until another place or none is known', async () => {
  expect((await place()).body.point).toMatchObject({ latitude: 10.34568, longitude: 107.08, demonstration: false })
  await place({ validFrom: '2026-01-01', point: { ...point, latitude: 10.4, accuracy: 'exact' } })
  await place({ validFrom: '2026-06-01', point: null })
  expect((await places()).map(({ validFrom }) => validFrom)).toEqual(['2026-06-01', '2026-01-01', '2025-07-01'])
  expect((await at('2025-06-30')).get(wardId)).toBeUndefined()
  expect((await at('2025-12-31')).get(wardId)).toMatchObject({ latitude: 10.34568 })
  expect((await at('2026-01-01')).get(wardId)).toMatchObject({ latitude: 10.4, accuracy: 'exact' })
  expect((await at('2026-06-01')).get(wardId)).toBeUndefined()
})

test('what is recorded again for a day corrects it, and what it was stays recorded', async () => {
  await place({ validFrom: '2026-07-01' })
  await place({ validFrom: '2026-07-01', point: { ...point, longitude: 107.1 } })
  expect((await at('2026-07-01')).get(wardId)).toMatchObject({ longitude: 107.1 })
  expect((await places()).filter(({ validFrom }) => validFrom === '2026-07-01')).toHaveLength(1)
})

test.each([
  ['a day before the unit was', { validFrom: '2025-06-30' }, 422, 'organisation/place-outside-unit'],
  [
    'latitude and longitude changed about',
    { point: { ...point, latitude: 107.08, longitude: 10.35 } },
    422,
    'organisation/place-outside-country',
  ],
  ['no source', { point: { ...point, source: ' ' } }, 400, 'platform/invalid-input'],
  ['text for a number', { point: { ...point, latitude: '10' } }, 400, 'platform/invalid-input'],
])('%s is refused', async (_, given, status, code) => {
  expect((await place(given as never)).problem).toMatchObject({ status, code })
})

test('only who may change the unit says where it is', async () => {
  const may = (unitId: string) => [{ permission: 'organisation:write' as const, unitId, reach: 'subtree' as const }]
  const call = (unitId: string) =>
    api.as({ grants: may(unitId) }).call(contract.placeUnit, { unitId: wardId, validFrom: '2026-08-01', point })
  const other = (
    await api.root.call(contract.createUnit, {
      name: 'Tỉnh khác',
      kind: 'province',
      level: 'province',
      validFrom: '2025-07-01',
    })
  ).body.unitId
  expect((await call(other)).problem).toMatchObject({ status: 403, code: 'organisation/outside-scope' })
  expect((await call(cityId)).status).toBe(200)
  const unknown = await api.root.call(contract.placeUnit, { unitId: crypto.randomUUID(), point })
  expect(unknown.problem).toMatchObject({ status: 404, code: 'organisation/unit-not-found' })
})
