import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { line } from '#kernel/fields.ts'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import type { Tx } from './db.ts'
import type { Module } from './module.ts'
import { type Deps, type Operation, operation, perform } from './operation.ts'
import { unwaiting } from './unwaiting.ts'

const writeNote = endpoint({
  id: 'notes.write-note',
  method: 'POST',
  path: '/notes/:noteId',
  permission: 'notes:write',
  summary: { vi: 'Ghi', en: 'Write' },
  reason: 'because',
  input: z.object({
    noteId: z.uuid(),
    text: line(20),
    fail: z.string().optional(),
    because: z.string().max(100).optional(),
  }),
  output: z.object({ text: z.string(), count: z.number() }),
})
const readNotes = endpoint({
  id: 'notes.read-notes',
  method: 'GET',
  path: '/notes',
  permission: 'notes:read',
  summary: { vi: 'Đọc', en: 'Read' },
  input: z.object({ texts: z.array(z.string()).optional(), number: z.coerce.number().int().optional() }),
  output: z.object({ visible: z.string(), scopeOwn: z.string() }),
})

const mendNote = endpoint({
  id: 'notes.mend-note',
  method: 'POST',
  path: '/notes-mended',
  permission: 'signed-in',
  mends: ['identity/locked'],
  summary: { vi: 'Sửa', en: 'Mend' },
  input: z.object({}),
  output: z.object({}),
})

let runs = 0
const notes: Module = {
  name: 'notes',
  problems: { 'notes/bad': { vi: (v) => `Hỏng dòng ${v.row}`, en: (v) => `Row ${v.row} is bad` } },
  handlers: [{ name: 'notes.count', on: 'notes.written', run: async () => void runs++ }],
  operations: [
    operation(writeNote, async ({ emit, tx }, { text, fail }) => {
      await emit('notes.written', { text })
      if (fail === 'problem') throw new Problem('rule-broken', 'notes/bad', '', { values: { row: 7 } })
      if (fail === 'defect') throw new Error('secret inside')
      if (fail === 'database') await sql`select ${'a\u0000b'}::text`.execute(tx)
      return { text, count: ++runs }
    }),
    operation(mendNote, async () => ({})),
    operation(readNotes, async ({ tx }) => {
      const { rows } = await sql<{ visible: string; scopeOwn: string }>`
        select platform.scope_is_all()::text as visible, current_setting('app.scope_own') as scope_own`.execute(tx)
      return rows[0] ?? { visible: '', scopeOwn: '' }
    }),
  ],
}

const noteId = '01900000-0000-7000-8000-000000000001'
const unitId = '01900000-0000-7000-8000-0000000000aa'
let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [notes] })
})
afterAll(() => api.close())

const writer = () => api.as({ grants: [{ permission: 'notes:*', unitId, reach: 'own' }] })
const counts = async () => {
  const { rows } = await sql<{ audit: number; event: number; delivery: number }>`
    select (select count(*) from platform.audit) as audit, (select count(*) from platform.event) as event,
      (select count(*) from platform.delivery) as delivery`.execute(api.db)
  return rows[0]
}

test('an act, its event and its audit row are stored together', async () => {
  const before = await counts()
  const { status, body } = await writer().call(writeNote, { noteId, text: '  Chào  ' })
  expect(status).toBe(200)
  expect(body.text).toBe('Chào')
  const after = await counts()
  expect([after?.audit, after?.event, after?.delivery]).toEqual([
    (before?.audit ?? 0) + 1,
    (before?.event ?? 0) + 1,
    (before?.delivery ?? 0) + 1,
  ])
})

test('the log prints the reason that was asked for, of what is done, and no other text', async () => {
  const caller = writer()
  const because = 'Đã đối chiếu với bản giấy'
  await caller.call(writeNote, { noteId, text: 'kín', because })
  await caller.call(writeNote, { noteId, text: 'kín' })
  await caller.call(writeNote, { noteId: 'not an id', text: 'kín', because })
  const stranger = api.as({ grants: [{ permission: 'notes:read', unitId: null, reach: 'subtree' }] })
  await stranger.call(writeNote, { noteId, text: 'kín', because })
  const { rows } = await sql<{ reason: string; row: string }>`
    select reason, audit::text as row from platform.audit
    where actor_id in (${caller.actorId}, ${stranger.actorId}) order by id`.execute(api.db)
  expect(rows.map(({ reason }) => reason)).toEqual([because, '', ''])
  expect(rows.filter(({ row }) => row.includes('kín'))).toEqual([])
})

test.each(['problem', 'defect', 'database'])('a %s leaves nothing behind', async (fail) => {
  const before = await counts()
  const { status, problem } = await writer().call(writeNote, { noteId, text: 'x', fail })
  expect(status).toBe({ problem: 422, defect: 500, database: 400 }[fail])
  expect(JSON.stringify(problem)).not.toContain('secret')
  expect(await counts()).toEqual(before)
})

const alone = { id: newId(), kind: 'person', name: 'Người thử', sessionId: null } as const
const write = (deps: Partial<Deps>, input: object, act = notes.operations[0] as Operation) =>
  perform(
    act,
    { noteId, ...input },
    {
      db: api.appDb,
      handlers: new Map(),
      actor: { ...alone, grants: [{ permission: 'notes:*', unitId, reach: 'own' }] },
      ...deps,
    },
  )

test('what is asked of a transaction without waiting is answered in order, each its own', async () => {
  const ask = async (tx: Tx) => {
    const set = (value: string) => sql`select set_config('app.actor', ${value}, true)`.execute(tx)
    const get = async () =>
      (await sql<{ value: string }>`select current_setting('app.actor') as value`.execute(tx)).rows
    const [, first, , second] = await Promise.all([set('một'), get(), set('hai'), get()])
    return [...first, ...second]
  }
  const seen = await api.appDb.transaction().execute((waiting) => unwaiting(waiting, ask))
  expect(seen).toEqual([{ value: 'một' }, { value: 'hai' }])
})

test('what goes on when an act is refused is not done any more', async () => {
  const before = await counts()
  const straying = operation(writeNote, async ({ tx, emit }) => {
    const late = async () => {
      await sql`select pg_sleep(0.05)`.execute(tx)
      await emit('notes.written', { text: 'muộn' })
    }
    await Promise.all([late(), Promise.reject(new Problem('rule-broken', 'notes/bad', '', { values: { row: 1 } }))])
    return { text: '', count: 0 }
  })
  await expect(write({}, { text: 'x' }, straying)).rejects.toMatchObject({ code: 'notes/bad' })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await counts()).toEqual(before)
})

test('an act whose audit row cannot be written is not done, and the reason is told', async () => {
  const before = await counts()
  await expect(write({ requestId: 'a\u0000' }, { text: 'x' })).rejects.toMatchObject({
    code: 'platform/unstorable-value',
  })
  expect(await counts()).toEqual(before)
})

test('an act whose row scope cannot be set sees nothing and is not done', async () => {
  const before = await counts()
  await expect(
    write({ actor: { ...alone, grants: [{ permission: 'notes:*', unitId: 'a\u0000', reach: 'own' }] } }, { text: 'x' }),
  ).rejects.toMatchObject({ code: 'platform/unstorable-value' })
  expect(await counts()).toEqual(before)
})

test('a refusal speaks the reader’s language and names its values', async () => {
  const vi = await writer().call(writeNote, { noteId, text: 'x', fail: 'problem' })
  expect(vi.problem?.detail).toBe('Hỏng dòng 7')
  const en = await writer().call(writeNote, { noteId, text: 'x', fail: 'problem' }, { 'accept-language': 'en' })
  expect(en.problem?.detail).toBe('Row 7 is bad')
})

test('the same idempotency key gives the first answer again, and refuses another input', async () => {
  const caller = writer()
  const first = await caller.call(writeNote, { noteId, text: 'một' }, { 'idempotency-key': 'k1' })
  const again = await caller.call(writeNote, { noteId, text: 'một' }, { 'idempotency-key': 'k1' })
  expect(again.body).toEqual(first.body)
  const other = await caller.call(writeNote, { noteId, text: 'hai' }, { 'idempotency-key': 'k1' })
  expect(other.problem).toMatchObject({ status: 409, code: 'platform/idempotency-key-reused' })
})

test('ten simultaneous calls under one key act once', async () => {
  const caller = writer()
  const before = await counts()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => caller.call(writeNote, { noteId, text: 'lặp' }, { 'idempotency-key': 'k2' })),
  )
  expect(new Set(answers.map(({ body }) => body.count)).size).toBe(1)
  expect((await counts())?.event).toBe((before?.event ?? 0) + 1)
})

test('without the permission the act is refused and the refusal is on the log', async () => {
  const stranger = api.as({ grants: [{ permission: 'notes:read', unitId: null, reach: 'subtree' }] })
  const { problem } = await stranger.call(writeNote, { noteId, text: 'x' })
  expect(problem).toMatchObject({ status: 403, code: 'platform/not-allowed', values: { permission: 'notes:write' } })
  const { rows } = await sql<{ outcome: string }>`
    select outcome from platform.audit where actor_id = ${stranger.actorId}`.execute(api.db)
  expect(rows).toEqual([{ outcome: 'platform/not-allowed' }])
  expect((await api.anonymous.call(writeNote, { noteId, text: 'x' })).status).toBe(401)
})

test('row security is set to the units of the permission that is used', async () => {
  const { body } = await writer().call(readNotes, {})
  expect(body).toEqual({ visible: 'false', scopeOwn: `{${unitId}}` })
  expect((await api.root.call(readNotes)).body.visible).toBe('true')
})

test('lists in a query are read as lists; a wrong number is named', async () => {
  expect((await api.root.call(readNotes, { texts: ['a', 'b'] })).status).toBe(200)
  const { problem } = await api.root.call(readNotes, { number: 'mười' })
  expect(problem?.errors?.[0]).toMatchObject({ path: 'number', code: 'platform/not-a-number', message: 'Phải là số.' })
})

test.each([
  ['{"unclosed', 'application/json', 400],
  ['[1,2]', 'application/json', 400],
  ['x'.repeat(2_000_000), 'application/json', 413],
  ['plain', 'text/plain', 400],
])('an unreadable body is a clear refusal (%#)', async (body, type, status) => {
  const response = await writer().fetch(`/api/notes/${noteId}`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  })
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
})

test('an unknown address and an over-long one are not found, in the same form', async () => {
  for (const path of ['/api/nothing', `/api/notes/${'a'.repeat(5000)}`]) {
    const response = await writer().fetch(path, { method: 'GET' })
    expect([404, 400]).toContain(response.status)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  }
})

test('the OpenAPI document names each operation with its permission', async () => {
  const document = (await (await api.anonymous.fetch('/api/openapi.json')).json()) as {
    openapi: string
    paths: Record<string, Record<string, { operationId: string; 'x-permission': string }>>
  }
  expect(document.openapi).toBe('3.1.0')
  expect(document.paths['/api/notes/{noteId}']?.post).toMatchObject({
    operationId: writeNote.id,
    'x-permission': 'notes:write',
  })
})

test('every answer carries the policy that forbids foreign and inline scripts', async () => {
  const policy = (await api.anonymous.fetch('/health/live')).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("script-src 'self'")
  expect(policy.match(/script-src[^;]*/)?.[0]).not.toContain('unsafe')
})

test('the application role cannot change or remove what is on the log', async () => {
  await expect(sql`update platform.audit set outcome = 'done'`.execute(api.appDb)).rejects.toThrow(/permission denied/)
  await expect(sql`delete from platform.event`.execute(api.appDb)).rejects.toThrow(/permission denied/)
})

test('a session that has something to mend may call only what mends it', async () => {
  const locked = api.as({
    grants: [{ permission: '*', unitId: null, reach: 'subtree' }],
    restricted: 'identity/locked',
  })
  expect((await locked.call(writeNote, { noteId, text: 'x' })).problem).toMatchObject({
    status: 403,
    code: 'identity/locked',
  })
  expect((await locked.call(mendNote)).status).toBe(200)
  const other = api.as({ grants: [], restricted: 'identity/must-enrol' })
  expect((await other.call(mendNote)).problem?.code).toBe('identity/must-enrol')
})

test('whoever calls more often than the platform allows in a minute is told when to come again, and another is not', async () => {
  const narrow = await testApi({ modules: [notes], callsPerMinute: 60 })
  try {
    const busy = narrow.as({ grants: [] })
    const started = performance.now()
    const answers = await Promise.all(Array.from({ length: 200 }, () => busy.call(mendNote)))
    const seconds = Math.ceil((performance.now() - started) / 1000)
    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(60)
    expect(answers.length - refused.length).toBeLessThanOrEqual(60 + seconds)
    expect(refused[0]?.problem).toMatchObject({ code: 'platform/too-many-requests', values: { seconds: 1 } })
    expect((await narrow.as({ grants: [] }).call(mendNote)).status).not.toBe(429)
  } finally {
    await narrow.close()
  }
})
