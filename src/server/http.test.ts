import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [], live: true })
})
afterAll(() => api.close())

const someone = () => api.as({ grants: [] })

test('a file is kept whole and belongs to whoever put it in', async () => {
  const bytes = new TextEncoder().encode('Báo cáo')
  const caller = someone()
  const fileId = await caller.upload('Báo cáo.txt', 'text/plain', bytes)
  const { rows } = await sql<{ name: string; size: number; uploadedBy: string; whole: boolean }>`
    select name, size, uploaded_by, sha256 = encode(sha256(bytes), 'hex') as whole from platform.file where id = ${fileId}`.execute(
    api.db,
  )
  expect(rows[0]).toEqual({ name: 'Báo cáo.txt', size: bytes.length, uploadedBy: caller.actorId, whole: true })
})

test('a file of 200 MB, one without a name and one from nobody are refused and leave nothing', async () => {
  const count = async () =>
    (await sql<{ count: number }>`select count(*) as count from platform.file`.execute(api.db)).rows[0]?.count
  const before = await count()
  const headers = { 'content-type': 'application/octet-stream' }
  const large = await someone()
    .fetch('/api/files?name=x', { method: 'POST', headers, body: Buffer.alloc(200 * 1024 * 1024) })
    .catch((thrown: unknown) => thrown)
  // Refused by its length before it is read: the answer is 413, or the line is already closed.
  if (large instanceof Response) expect(large.status).toBe(413)
  else expect(large).toBeInstanceOf(Error)
  expect((await someone().fetch('/api/files', { method: 'POST', headers, body: 'x' })).status).toBe(400)
  expect((await api.anonymous.fetch('/api/files?name=x', { method: 'POST', headers, body: 'x' })).status).toBe(401)
  expect(await count()).toBe(before)
})

test('an address too long to be read is refused in the one form', async () => {
  const answer = await someone().fetch(`/api/files?name=${'a'.repeat(40_000)}`)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(await answer.json()).toMatchObject({ code: 'platform/unreadable-body', detail: expect.any(String) })
})

test('a topic announced anywhere reaches a browser within two seconds, without data', async () => {
  const abort = new AbortController()
  const response = await someone().fetch('/api/live?topics=a.topic', { signal: abort.signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const reader = response.body?.getReader()
  await reader?.read()
  const started = performance.now()
  await sql`select pg_notify('haidang_live', 'another.topic'), pg_notify('haidang_live', 'a.topic')`.execute(api.appDb)
  const chunk = await reader?.read()
  expect(performance.now() - started).toBeLessThan(2000)
  expect(new TextDecoder().decode(chunk?.value)).toBe('event: changed\ndata: a.topic\n\n')
  abort.abort()
})

test('the live line is closed to nobody in particular', async () => {
  expect((await api.anonymous.fetch('/api/live?topics=a')).status).toBe(401)
})

test('health and metrics answer this machine', async () => {
  expect((await api.anonymous.fetch('/health/live')).status).toBe(200)
  expect((await api.anonymous.fetch('/health/ready')).status).toBe(200)
  const metrics = await (await api.anonymous.fetch('/metrics')).text()
  expect(metrics).toContain('haidang_request_seconds_bucket')
  expect(metrics).toContain('haidang_deliveries{state="parked"} 0')
})

test('security.txt says where to report', async () => {
  expect(await (await api.anonymous.fetch('/.well-known/security.txt')).text()).toMatch(/^Contact: /)
})
