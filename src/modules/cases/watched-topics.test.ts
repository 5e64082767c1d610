import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildWard, done, received, seen, type Ward } from '#testing/ward.ts'
import * as contract from './contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi({ live: true })
  ward = await buildWard(api)
})
afterAll(() => api.close())

/** What a line over the topics says from its opening until one that is open to everybody is announced. */
async function heard(person: Caller, topics: readonly string[], meanwhile: () => Promise<unknown>): Promise<string> {
  const abort = new AbortController()
  const END = 'an.end'
  const response = await person.fetch(`/api/live?topics=${[...topics, END].join(',')}`, { signal: abort.signal })
  expect(response.status).toBe(200)
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let said = (await reader?.read())?.value ?? ''
  await meanwhile()
  await sql`select pg_notify('haidang_live', ${END})`.execute(api.appDb)
  while (!said.includes(`changed\ndata: ${END}`)) said += (await reader?.read())?.value ?? ''
  abort.abort()
  return said
}

const act = (one: contract.CaseDetail) =>
  done(ward.officer.call(contract.checkCase, { ...seen(one), papers: [], note: '' }))

test('who sees a case and its unit hears when something happens to them', async () => {
  const one = await received(ward)
  const [about, at] = [contract.caseTopic(one.id), contract.unitTopic(ward.one)]
  const said = await heard(ward.officer, [about, at], () => act(one))
  expect(said).toContain(`event: changed\ndata: ${about}\n`)
  expect(said).toContain(`event: changed\ndata: ${at}\n`)
  expect(said).not.toContain('refused')
})

test('who does not is refused, as for a case that is not there, and hears nothing of them', async () => {
  const one = await received(ward)
  const topics = [
    contract.caseTopic(one.id),
    contract.caseTopic(newId()),
    contract.caseTopic('x'),
    contract.unitTopic(ward.one),
  ]
  for (const stranger of [ward.stranger, api.as({ grants: [] })]) {
    const said = await heard(stranger, topics, () => act(one).catch(() => undefined))
    for (const topic of topics) {
      expect(said).toContain(`event: refused\ndata: ${topic}\n`)
      expect(said).not.toContain(`event: changed\ndata: ${topic}\n`)
    }
    const { status } = await stranger.fetch(`/api/live?topics=${topics.join(',')}`)
    expect(status).toBe(403)
  }
})

test('a unit that is asked for its opinion hears of it', async () => {
  const { body: one } = await done(
    ward.officer.call(contract.assignCase, { ...seen(await received(ward)), assigneeId: ward.officer.actorId }),
  )
  const at = contract.unitTopic(ward.two)
  const ask = { ...seen(one), unitIds: [ward.two], question: 'Có ý kiến gì?' }
  const said = await heard(ward.stranger, [at], () => done(ward.officer.call(contract.consultUnits, ask)))
  expect(said).toContain(`event: changed\ndata: ${at}\n`)
  expect((await ward.stranger.fetch(`/api/live?topics=${contract.caseTopic(one.id)}`)).status).toBe(200)
})
