import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildUnits, done, type Place, reportText } from './reports.fixture.ts'

let api: TestApi
let units: Place
beforeAll(async () => {
  api = await testApi()
  units = await buildUnits(api.root)
  for (const [unitId, title, share] of [
    [units.city, 'Kết quả quý I năm 2023', '98,27%'],
    [units.city, 'Kết quả quý I năm 2023', '89,27%'],
    [units.ward, 'Hồ sơ 100%_chắc của phường quý I năm 2023', '98,27%'],
    [units.other, 'Kết quả nơi khác năm 2023', '98,27%'],
  ] as const) {
    const fileId = await api.root.upload('q1.txt', 'text/plain', reportText({ title, share }))
    await done(api.root, contract.auditFile, { fileId, unitId })
  }
})
afterAll(() => api.close())

const list = async (filter: object = {}, caller = api.root) => (await done(caller, contract.listAudits, filter)).audits

test('the newest come first, each with its unit, version and what is open', async () => {
  const audits = await list()
  expect(audits.map(({ unitName, version, latest }) => [unitName, version, latest])).toEqual([
    ['Thành phố Bà Rịa', 1, true],
    ['Phường 1', 1, true],
    ['Thành phố Vũng Tàu', 2, true],
    ['Thành phố Vũng Tàu', 1, false],
  ])
  expect(audits[2]?.open.proved).toBeGreaterThan(0)
  expect(audits[3]?.open.proved).toBe(0)
})

test('filters narrow: words without marks, unit, series, source, only the latest', async () => {
  expect(await list({ search: 'phuong 1' })).toHaveLength(1)
  expect(await list({ search: '100%_ch' })).toHaveLength(1)
  expect(await list({ search: '%' })).toHaveLength(1)
  expect(await list({ unitId: units.city })).toHaveLength(2)
  const [newest] = await list({ unitId: units.city, latest: true })
  expect(newest?.version).toBe(2)
  expect(await list({ latest: true })).toHaveLength(3)
  expect(await list({ seriesId: newest?.seriesId })).toHaveLength(2)
  expect(await list({ source: 'report' })).toEqual([])
  expect((await api.root.call(contract.listAudits, { source: 'paper', limit: 0 })).problem?.errors).toHaveLength(2)
})

test('pages follow one another without a gap or a double', async () => {
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await list({ limit: 3, ...(after && { after }) })
    seen.push(...page.map(({ auditId }) => auditId))
    after = page.at(-1)?.auditId
    if (!after) break
  }
  expect(seen).toHaveLength(4)
  expect(new Set(seen).size).toBe(4)
})

test('only audits of units in scope are seen', async () => {
  const over = (unitId: string, reach: 'own' | 'subtree') =>
    api.as({ grants: [{ permission: 'auditor:read', unitId, reach }] })
  expect(await list({}, over(units.city, 'subtree'))).toHaveLength(3)
  expect(await list({}, over(units.city, 'own'))).toHaveLength(2)
  expect(await list({ unitId: units.city }, over(units.other, 'subtree'))).toEqual([])
  const stranger = api.as({ grants: [{ permission: 'reports:read', unitId: null, reach: 'subtree' }] })
  expect((await stranger.call(contract.listAudits)).status).toBe(403)
})
