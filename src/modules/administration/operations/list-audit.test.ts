import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { administration } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [administration] })
})
afterAll(() => api.close())

const reader = () =>
  api.as({ name: 'Người đọc', grants: [{ permission: 'administration:read-log', unitId: null, reach: 'subtree' }] })

test('who may not read the log is refused, and that refusal stands in the log', async () => {
  const stranger = api.as({ grants: [{ permission: 'administration:status', unitId: null, reach: 'subtree' }] })
  expect((await stranger.call(contract.listAudit)).status).toBe(403)
  const { body } = await reader().call(contract.listAudit, { actorId: stranger.actorId, outcome: 'refused' })
  expect(body.entries).toMatchObject([{ operation: 'administration.list-audit', outcome: 'platform/not-allowed' }])
})

test('reading the log is itself logged', async () => {
  const someone = reader()
  await someone.call(contract.listAudit)
  const { body } = await reader().call(contract.listAudit, { actorId: someone.actorId, outcome: 'read' })
  expect(body.entries.map(({ actorName }) => actorName)).toEqual(['Người đọc'])
})

test('pages follow one another without a gap or a double', async () => {
  const someone = reader()
  for (let call = 0; call < 7; call++) await someone.call(contract.listAudit, { limit: 1 })
  const seen: string[] = []
  let before: string | null | undefined
  do {
    const { body } = await reader().call(contract.listAudit, {
      actorId: someone.actorId,
      limit: 3,
      ...(before && { before }),
    })
    seen.push(...body.entries.map(({ id }) => id))
    before = body.next
  } while (before)
  expect(seen.length).toBe(7)
  expect(new Set(seen).size).toBe(7)
  expect(seen.toSorted().reverse()).toEqual(seen)
})

test('a day filters by the office’s day, and an unknown actor has done nothing', async () => {
  expect((await reader().call(contract.listAudit, { from: '2020-01-01', to: '2020-12-31' })).body.entries).toEqual([])
  expect((await reader().call(contract.listAudit, { actorId: newId() })).body.entries).toEqual([])
  expect((await reader().call(contract.listAudit, { from: '2023-02-30' })).problem?.errors?.[0]).toMatchObject({
    path: 'from',
    code: 'platform/not-a-day',
  })
})
