import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import type { Actor } from '#server/actor.ts'
import { type Caller, caller, type TestApi, testApi } from '#testing/api.ts'
import type { Given } from '#testing/own-server.fixture.ts'
import { buildWard, type Detail, done, PAPER, PERSON, seen, type Ward } from '#testing/ward.ts'
import { countedAnew, expectWhole, tornApart } from '#testing/whole-cases.ts'
import * as contract from '../contract.ts'

const script = fileURLToPath(new URL('../../../testing/own-server.fixture.ts', import.meta.url))
const BEARER = 'killed-process'
const APPLICATION = 'haidang_killed'
/** So many times a process is killed, each time with so many people at work. */
const KILLS = 3
const PEOPLE = 4

let api: TestApi
let ward: Ward
let actor: Actor
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  const grants = ['read', 'receive', 'process', 'submit', 'approve', 'steer'].map((verb) => ({
    permission: `cases:${verb}`,
    unitId: ward.one,
    reach: 'subtree' as const,
  }))
  actor = { id: newId(), kind: 'person', name: 'Cán bộ thử', grants, sessionId: null }
})
afterAll(() => api.close())

type Server = { readonly process: ChildProcess; readonly person: Caller }

async function ownServer(): Promise<Server> {
  const given: Given = { databaseUrl: api.databaseUrl, applicationName: APPLICATION, actors: { [BEARER]: actor } }
  const process = fork(script, [JSON.stringify(given)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [url] = await Promise.race([once(process, 'message'), once(process, 'exit')])
  if (typeof url !== 'string') throw new Error('The process of the platform ended before it listened.')
  return { process, person: caller(url, actor.id, BEARER) }
}

/** Intakes asked for, by key, with the case of the answer; null while it did not come. */
type Asked = Map<string, string | null>
type Log = { readonly intakes: Asked; readonly acts: { readonly caseId: string; readonly version: number }[] }

const intake = (key: string) => ({
  procedureCode: ward.procedure,
  receivedUnitId: ward.one,
  channel: 'counter',
  subject: { ...PERSON, name: `Người ${key.slice(-4)}` },
  papers: [PAPER],
})

/** Takes cases in and brings them to their end, one and two at a time, until nobody answers any more. */
async function work(person: Caller, { intakes, acts }: Log): Promise<void> {
  const receive = async () => {
    const key = newId()
    intakes.set(key, null)
    const { body } = await done(person.call(contract.receiveNewCase, intake(key), { 'idempotency-key': key }))
    intakes.set(key, body.id)
    return keep(body)
  }
  const keep = (one: Detail) => {
    acts.push({ caseId: one.id, version: one.version })
    return one
  }
  for (;;) {
    const [one, two] = [await receive(), await receive()]
    const cases = [seen(one), seen(two)]
    const many = async (act: 'forward' | 'decide' | 'return', version: number) => {
      const { body } = await done(
        person.call(contract.actOnMany, { act, cases: cases.map((each) => ({ ...each, version })) }),
      )
      expect(body.refused).toEqual([])
      acts.push(...body.done)
    }
    await many('forward', 1)
    const results = [{ code: 'giay', number: '01/GCN' }]
    keep((await done(person.call(contract.decideCase, { ...seen(one), version: 2, outcome: 'granted', results }))).body)
    const rest = { act: 'decide' as const, cases: [{ caseId: two.id, version: 2 }] }
    acts.push(...(await done(person.call(contract.actOnMany, rest))).body.done)
    await many('return', 3)
  }
}

/** The database goes on for a moment with what it was last told. */
async function lastConnectionEnded(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select pid from pg_stat_activity where application_name = ${APPLICATION}
      and datname = current_database()`.execute(api.db)
    if (rows.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('a process of the platform that is killed in the middle of acts leaves each of them whole or not at all', {
  timeout: 180_000,
}, async () => {
  const log: Log = { intakes: new Map(), acts: [] }
  for (let kill = 0; kill < KILLS; kill++) {
    const server = await ownServer()
    const gone = once(server.process, 'exit')
    const people = Array.from({ length: PEOPLE }, () => work(server.person, log))
    const endings = Promise.allSettled(people)
    const before = log.acts.length
    while (log.acts.length === before) await new Promise((resolve) => setTimeout(resolve, 1))
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 250))
    server.process.kill('SIGKILL')
    expect((await gone)[1]).toBe('SIGKILL')
    for (const ending of await endings) {
      // Only that nobody answers ends the work; a refusal would be a mistake.
      expect(ending.status === 'rejected' && String(ending.reason)).toMatch(/fetch failed|terminated/)
    }
    await lastConnectionEnded()
    for (const [what, found] of Object.entries(await tornApart(api)))
      expect({ kill, what, found }).toEqual({ kill, what, found: [] })
  }

  const { rows } = await sql<{ id: string; version: number }>`select id, version from cases."case"`.execute(api.db)
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  for (const { id } of rows) await expectWhole(api, id)
  expect(await countedAnew(api)).toBe(0)
  // What was answered is kept.
  for (const { caseId, version } of log.acts) expect(versions.get(caseId)).toBeGreaterThanOrEqual(version)

  // Who got no answer asks again under the same key, and each asking has made one case.
  const again = api.as(actor)
  const unanswered = [...log.intakes].filter(([, id]) => id === null)
  expect(unanswered.length).toBeGreaterThan(0)
  for (const [key] of unanswered) {
    const { body } = await done(again.call(contract.receiveNewCase, intake(key), { 'idempotency-key': key }))
    log.intakes.set(key, body.id)
  }
  const known = new Set(log.intakes.values())
  expect(known.size).toBe(log.intakes.size)
  const { rows: now } = await sql<{ id: string }>`select id from cases."case"`.execute(api.db)
  expect(new Set(now.map(({ id }) => id))).toEqual(known)

  // What was booked is delivered by whoever works next.
  await api.settle()
  const { rows: left } = await sql`select state from platform.delivery where state <> 'done'`.execute(api.db)
  expect(left).toEqual([])
})
