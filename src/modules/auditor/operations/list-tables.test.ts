import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { buildUnits, done, reportText } from './reports.fixture.ts'

let api: TestApi
let auditId: string
beforeAll(async () => {
  api = await testApi()
  const units = await buildUnits(api.root)
  const fileId = await api.root.upload('q3.txt', 'text/plain', reportText({ share: '89,27%' }))
  auditId = (await done(api.root, contract.auditFile, { fileId, unitId: units.city })).auditId
})
afterAll(() => api.close())

test('every table is told with the kinds of its columns, and how surely their numbers are read', async () => {
  const { tables, next } = await done(api.root, contract.listTables, { auditId })
  expect(next).toBeNull()
  expect(tables.length).toBeGreaterThan(0)
  const kinds = tables.flatMap(({ columns }) => columns.map(({ kind }) => kind))
  expect(kinds).toContain('label')
  expect(kinds).toContain('count')
  expect(tables.flatMap(({ columns }) => columns).every(({ sure }) => sure >= 0 && sure <= 1)).toBe(true)
})

test('beyond the last table there is none, and nobody without the right looks', async () => {
  expect(await done(api.root, contract.listTables, { auditId, from: 500 })).toEqual({ tables: [], next: null })
  expect((await api.as({ grants: [] }).call(contract.listTables, { auditId })).status).toBe(403)
})
