import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { SYSTEM } from '#server/actor.ts'
import { handlersByEvent } from '#server/events.ts'
import { perform } from '#server/operation.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildWard, done, received, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { getCase } from './get-case.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

test('reading a case is logged, and a case that is not there is not found', async () => {
  const one = await received(ward)
  await done(ward.officer.call(contract.getCase, { caseId: one.id }))
  const { rows } = await sql<{ outcome: string }>`select outcome from platform.audit
    where operation = 'cases.get-case' and target ->> 'caseId' = ${one.id}`.execute(api.db)
  expect(rows).toEqual([{ outcome: 'read' }])
  expect((await ward.officer.call(contract.getCase, { caseId: newId() })).problem).toMatchObject({
    code: 'cases/not-found',
  })
})

test('a case with a hundred papers takes as many queries as one with a single paper', async () => {
  const many = Array.from({ length: 99 }, (_, index) => ({
    code: `other-${index}`,
    name: `Giấy ${index}`,
    form: 'copy',
  }))
  const small = await received(ward)
  const large = await received(ward, { papers: [{ code: 'to-khai', form: 'original' }, ...many] })
  expect(large.papers).toHaveLength(100)
  const [few, lots] = [await queriesOf(small.id), await queriesOf(large.id)]
  expect(lots).toBe(few)
  expect(lots).toBeLessThanOrEqual(10)
})

/** How many statements reading the case takes, its transaction, row scope and log included. */
async function queriesOf(caseId: string): Promise<number> {
  let count = 0
  const counted = api.appDb.withPlugin({
    transformQuery: ({ node }) => {
      count++
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  const input = { caseId }
  await perform(getCase, input, { db: counted, actor: SYSTEM, handlers: handlersByEvent([]) })
  return count
}
