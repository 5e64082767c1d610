import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { caller, type TestApi, testApi } from '#testing/api.ts'
import type { Given } from '#testing/own-server.fixture.ts'
import { buildWard, PERSON } from '#testing/ward.ts'

const script = fileURLToPath(new URL('../testing/own-server.fixture.ts', import.meta.url))
const NUMBER = '079090000123'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})
afterAll(() => api.close())

test('what a process writes about requests says neither what was asked nor of whom, also when something breaks', async () => {
  const ward = await buildWard(api)
  const grants = [{ permission: '*', unitId: null, reach: 'subtree' as const }]
  const actor = { id: newId(), kind: 'person' as const, name: 'Cán bộ thử', grants, sessionId: null }
  const given: Given = {
    databaseUrl: api.databaseUrl,
    applicationName: 'haidang_log',
    actors: { log: actor },
    logLevel: 'trace',
  }
  const process = fork(script, [JSON.stringify(given)], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  let written = ''
  for (const stream of [process.stdout, process.stderr]) stream?.on('data', (part) => (written += String(part)))
  const [url] = await once(process, 'message')
  const person = caller(String(url), actor.id, 'log')

  await person.fetch(`/api/cases/list?q=${NUMBER}`)
  await person.fetch(`/api/nowhere/${NUMBER}?q=${NUMBER}`)
  await person.fetch(`/api/procedures?search=${NUMBER}`, { headers: { 'x-told': NUMBER } })
  await person.fetch('/api/cases/list', {
    method: 'POST',
    body: `{"q":"${NUMBER}`,
    headers: { 'content-type': 'application/json' },
  })
  await person.fetch('/api/cases/list', {
    method: 'POST',
    body: JSON.stringify({ q: NUMBER }),
    headers: { 'content-type': 'application/json' },
  })
  // A defect: what the database says of it names what was written.
  await sql`alter table cases."case" add constraint case_never check (subject_identity is distinct from ${sql.lit(NUMBER)})`.execute(
    api.db,
  )
  const intake = {
    procedureCode: ward.procedure,
    receivedUnitId: ward.one,
    channel: 'counter',
    subject: { ...PERSON, identityKind: 'cccd', identityNumber: NUMBER },
    papers: [{ code: 'to-khai', form: 'original' }],
  }
  const body = JSON.stringify(intake)
  const broken = await person.fetch('/api/cases', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  })
  expect(broken.status).toBe(500)
  process.kill('SIGTERM')
  await once(process, 'close')

  expect(written.match(/"route"/g)?.length).toBeGreaterThanOrEqual(4)
  expect(written).toContain('case_never')
  expect(written).not.toContain(NUMBER)
})
