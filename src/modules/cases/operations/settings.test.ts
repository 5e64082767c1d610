import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildWard, done, received, today, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

const definer = (unitId: string | null) =>
  api.as({
    grants: ['cases:read', 'cases:define'].map((permission) => ({ permission, unitId, reach: 'subtree' as const })),
  })

test('an identifier holds from its day on, and the one before ends there', async () => {
  const validFrom = addDays(today(), -1)
  const { body } = await done(
    definer(ward.one).call(contract.setUnitCode, { unitId: ward.one, code: 'H29.77.01', validFrom }),
  )
  expect(body.codes).toMatchObject([
    { code: ward.unitCode, validTo: validFrom },
    { code: 'H29.77.01', validFrom, validTo: null, unit: { name: 'Phường Một' } },
  ])
  expect((await received(ward)).code).toMatch(/^H29\.77\.01-/)
  const { body: listed } = await done(definer(null).call(contract.listUnitCodes, { unitId: ward.one }))
  expect(listed.codes).toHaveLength(2)
  const earlier = { unitId: ward.one, code: 'H29.77.02', validFrom: addDays(today(), -9) }
  expect((await definer(null).call(contract.setUnitCode, earlier)).problem).toMatchObject({
    status: 409,
    code: 'cases/unit-code-before-another',
  })
})

test('two units never bear one identifier at once', async () => {
  const { body } = await done(definer(null).call(contract.listUnitCodes, { unitId: ward.two }))
  const taken = { unitId: ward.one, code: body.codes[0]?.code, validFrom: addDays(today(), 1) }
  expect((await definer(null).call(contract.setUnitCode, taken)).problem).toMatchObject({
    code: 'cases/unit-code-taken',
  })
})

test('what is no identifier, and a unit of others, are refused', async () => {
  const set = (code: string, unitId = ward.one) =>
    definer(ward.one).call(contract.setUnitCode, { unitId, code, validFrom: today() })
  expect((await set('H2')).problem).toMatchObject({ errors: [{ code: 'cases/bad-unit-code' }] })
  expect((await set('H29.88', ward.two)).status).toBe(403)
})

test('identifiers are listed by whole units', async () => {
  await buildWard(api)
  const first = await done(definer(null).call(contract.listUnitCodes, { limit: 1 }))
  expect(new Set(first.body.codes.map(({ unit }) => unit.unitId)).size).toBe(1)
  const second = await done(definer(null).call(contract.listUnitCodes, { limit: 500, after: first.body.next }))
  expect(second.body.codes.length).toBeGreaterThan(1)
  expect(second.body.next).toBeNull()
})

test('reasons for lateness are data: one is added, and one no longer holds', async () => {
  const { body: seeded } = await done(ward.officer.call(contract.listLateReasons, { day: today() }))
  expect(seeded.reasons.length).toBeGreaterThanOrEqual(5)
  const reason = { code: 'mat-dien', name: { vi: 'Mất điện', en: 'Power cut' }, validFrom: '2026-01-01' }
  await done(definer(null).call(contract.saveLateReason, reason))
  await done(definer(null).call(contract.saveLateReason, { ...reason, validTo: '2026-02-01' }))
  const codes = async (input: Record<string, string>) =>
    (await done(ward.officer.call(contract.listLateReasons, input))).body.reasons.map(({ code }) => code)
  expect(await codes({ day: '2026-01-15' })).toContain('mat-dien')
  expect(await codes({ day: today() })).not.toContain('mat-dien')
  expect(await codes({})).toContain('mat-dien')
  const backwards = await definer(null).call(contract.saveLateReason, { ...reason, validTo: '2025-01-01' })
  expect(backwards.problem).toMatchObject({ errors: [{ code: 'cases/ends-before-it-begins' }] })
  expect((await definer(ward.one).call(contract.saveLateReason, reason)).status).toBe(403)
})

test('what apologies are drafted by is seen and changed with a reason, by who defines everywhere', async () => {
  const { body: before } = await done(definer(null).call(contract.getWatchSettings, {}))
  expect(before).toMatchObject({ apologyHours: 8, likelihoodPercent: 50 })
  const change = { apologyHours: 16, likelihoodPercent: 40, reason: 'Báo sớm hơn' }
  expect((await definer(ward.one).call(contract.setWatchSettings, change)).status).toBe(403)
  expect((await ward.leader.call(contract.setWatchSettings, change)).status).toBe(403)
  const nonsense = await definer(null).call(contract.setWatchSettings, { ...change, likelihoodPercent: 101 })
  expect(nonsense.problem).toMatchObject({ status: 400 })
  const { body } = await done(definer(null).call(contract.setWatchSettings, change))
  expect(body).toMatchObject({ apologyHours: 16, likelihoodPercent: 40 })
  expect(body.changedAt > before.changedAt).toBe(true)
  expect((await done(definer(null).call(contract.getWatchSettings, {}))).body).toEqual(body)
})
