import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
})
afterAll(() => api.close())

test('a day that is named again takes the new meaning', async () => {
  const day = (name: string, working: boolean) => ({ day: '2026-11-24', working, name })
  await api.root.call(contract.setSpecialDays, { days: [day('Ngày Văn hoá Việt Nam', false)] })
  await api.root.call(contract.setSpecialDays, { days: [day('Làm bù', true)] })
  const { body } = await api.root.call(contract.listSpecialDays, {})
  expect(body.days).toEqual([day('Làm bù', true)])
})

test('only who may define sets days', async () => {
  const reader = api.as({ grants: [{ permission: 'indicators:read', unitId: null, reach: 'subtree' }] })
  const days = [{ day: '2026-11-24', working: false, name: 'x' }]
  expect((await reader.call(contract.setSpecialDays, { days })).status).toBe(403)
})
