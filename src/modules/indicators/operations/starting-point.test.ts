import { afterAll, beforeAll, expect, test } from 'vitest'
import * as units from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
let id: Record<string, string> = {}

beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  const city = (key: string, code: string) => ({
    key,
    code,
    name: `Thành phố ${code}`,
    kind: 'provincial-city' as const,
    level: 'district' as const,
    parent: { key: 'province' },
  })
  const ward = (key: string, code: string) => ({
    key,
    code,
    name: `Phường ${code}`,
    kind: 'ward' as const,
    level: 'commune' as const,
    parent: { key: 'city' },
  })
  const { body } = await api.root.call(units.applyChange, {
    effectiveOn: '2021-01-01',
    acts: [
      { kind: 'create', to: [{ key: 'province', code: '77', name: 'Tỉnh Thử', kind: 'province', level: 'province' }] },
      { kind: 'create', to: [city('city', '747'), city('town', '748')] },
      { kind: 'create', to: [ward('stays', '1'), ward('moves', '2')] },
    ],
  })
  id = body.created
  await api.root.call(contract.defineMeasure, {
    code: 'issued',
    name: { vi: 'Văn bản phát hành', en: 'Documents issued' },
    nature: 'flow',
    source: 'reported',
    unit: { vi: 'văn bản', en: 'documents' },
    validFrom: '2021-01-01',
  })
  for (const periodKind of ['month', 'quarter'] as const) {
    const { problem } = await api.root.call(contract.defineForm, {
      code: periodKind,
      name: { vi: periodKind, en: periodKind },
      periodKind,
      approvalLevels: 0,
      measures: ['issued'],
      units: [unit('stays'), unit('moves')],
      validFrom: '2021-01-01',
    })
    expect(problem).toBeUndefined()
  }
})
afterAll(() => api.close())

const unit = (key: string): string => id[key] ?? ''
const reader = () => api.as({ grants: [{ permission: 'indicators:read', unitId: unit('stays'), reach: 'own' }] })

/** What is typed, not yet submitted. */
async function draft(key: string, period: string): Promise<string> {
  const place = { form: period.includes('Q') ? 'quarter' : 'month', unitId: unit(key), period }
  const { body, problem } = await api.root.call(contract.saveObservations, {
    ...place,
    entries: [{ measure: 'issued', raw: '5' }],
  })
  expect(problem).toBeUndefined()
  return body.sheetId
}
async function report(key: string, period: string): Promise<void> {
  const { problem } = await api.root.call(contract.submitSheet, { sheetId: await draft(key, period) })
  expect(problem).toBeUndefined()
}
/** The key of the unit and the period to open first, `city 2025-M02`; null: nothing yet. */
async function start(key?: string): Promise<string | null> {
  const { body, problem } = await reader().call(contract.startingPoint, key === undefined ? {} : { unitId: unit(key) })
  expect(problem).toBeUndefined()
  const found = Object.keys(id).find((name) => id[name] === body.unit?.id)
  return body.period === null ? null : `${found} ${body.period}`
}

test('who is not signed in, may not read figures, or names no unit is refused', async () => {
  const stranger = api.as({ grants: [{ permission: 'organisation:read', unitId: null, reach: 'subtree' }] })
  expect((await api.anonymous.call(contract.startingPoint, {})).status).toBe(401)
  expect((await stranger.call(contract.startingPoint, {})).status).toBe(403)
  expect((await reader().call(contract.startingPoint, { unitId: 'phường 1' })).status).toBe(400)
})

test('before anybody reported there is nowhere to begin, and a draft is no report', async () => {
  expect(await start()).toBeNull()
  await draft('stays', '2025-M01')
  expect(await start()).toBeNull()
  expect(await start('stays')).toBeNull()
})

test('a unit begins with the newest period of its own; without one, the unit above whoever reported last', async () => {
  await report('stays', '2025-M02')
  expect(await start('stays')).toBe('stays 2025-M02')
  expect(await start('moves')).toBeNull()
  expect(await start('province')).toBe('province 2025-M02')
  expect(await start('town')).toBeNull()
  expect(await start()).toBe('city 2025-M02')
  await report('moves', '2025-M03')
  expect(await start('stays')).toBe('stays 2025-M02')
  expect(await start('city')).toBe('city 2025-M03')
})

test('of periods that end together the longest is opened', async () => {
  await report('moves', '2025-Q1')
  expect(await start('moves')).toBe('moves 2025-Q1')
})

test('what a unit reports after it moved belongs to where it stands then; what it reported before stays', async () => {
  const { problem } = await api.root.call(units.applyChange, {
    effectiveOn: '2025-06-01',
    acts: [{ kind: 'move', from: [{ unitId: unit('moves') }], set: { parent: { unitId: unit('town') } } }],
  })
  expect(problem).toBeUndefined()
  expect(await start('town')).toBeNull()
  await report('moves', '2025-M06')
  expect(await start('town')).toBe('town 2025-M06')
  expect(await start('city')).toBe('city 2025-Q1')
  expect(await start()).toBe('town 2025-M06')
})
