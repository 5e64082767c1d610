import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { tidyUploads } from './uploads.ts'
import { runDueSchedule } from './worker.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [] })
})
afterAll(() => api.close())

const PATH = '/api/files/uploads'
const tus = { 'tus-resumable': '1.0.0' }
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const base64 = (text: string) => Buffer.from(text).toString('base64')

type Said = { readonly name?: string; readonly size: number; readonly hash?: string | null; readonly meantFor?: string }
async function announce(who: Caller, { name = 'Giấy chứng sinh.pdf', size, hash = null, meantFor }: Said) {
  const metadata = [`filename ${base64(name)}`, `filetype ${base64('application/pdf')}`]
  if (hash !== null) metadata.push(`sha256 ${base64(hash)}`)
  if (meantFor !== undefined) metadata.push(`for ${base64(meantFor)}`)
  const headers = { ...tus, 'upload-length': String(size), 'upload-metadata': metadata.join(',') }
  return who.fetch(PATH, { method: 'POST', headers })
}
async function begun(who: Caller, said: Said): Promise<string> {
  const answer = await announce(who, said)
  expect(answer.status).toBe(201)
  return answer.headers.get('location') ?? ''
}
const send = (who: Caller, place: string, offset: number, bytes: Uint8Array) =>
  who.fetch(place, {
    method: 'PATCH',
    headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body: Buffer.from(bytes),
  })
async function standsAt(who: Caller, place: string): Promise<number> {
  const answer = await who.fetch(place, { method: 'HEAD', headers: tus })
  expect(answer.status).toBe(200)
  return Number(answer.headers.get('upload-offset'))
}
async function keptBytes(place: string): Promise<Buffer | undefined> {
  const id = place.split('/').at(-1)
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from platform.file where id = ${id}`.execute(api.db)
  return rows[0]?.bytes
}
const problemOf = async (answer: Response) => (await answer.json()) as { status: number; code: string }

/** Sends a piece over a line that is cut after so many bytes. */
async function cut(who: Caller, place: string, offset: number, bytes: Uint8Array, sent: number): Promise<void> {
  let at = 0
  const body = new ReadableStream<Uint8Array>({
    pull(line) {
      if (at >= sent) return line.error(new Error('cut'))
      const end = Math.min(at + 64 * 1024, sent)
      line.enqueue(bytes.slice(at, end))
      at = end
    },
  })
  const headers = { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
  const sending = who.fetch(place, { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit)
  await expect(sending).rejects.toThrow()
}

const act = fc.oneof(
  fc.record({ kind: fc.constant('next' as const), length: fc.nat(900) }),
  fc.record({ kind: fc.constant('anywhere' as const), offset: fc.nat(4000), length: fc.nat(900) }),
  fc.record({ kind: fc.constant('twice' as const), length: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ kind: fc.constant('cut' as const), length: fc.integer({ min: 2, max: 900 }), sent: fc.nat(900) }),
)

test('whatever order pieces come in, doubled or cut off, what is kept is the file itself', async () => {
  const who = api.as({ kind: 'citizen' })
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 3000 }),
      fc.array(act, { maxLength: 8 }),
      async (file, acts) => {
        const place = await begun(who, {
          size: file.length,
          hash: sha256(file),
          name: `${randomBytes(6).toString('hex')}.pdf`,
        })
        for (const one of acts) {
          const at = await standsAt(who, place)
          const offset = one.kind === 'anywhere' ? one.offset : at
          const bytes = file.subarray(offset, offset + one.length)
          if (one.kind === 'cut') await cut(who, place, at, bytes, Math.min(one.sent, bytes.length))
          else {
            const answers = await Promise.all(
              Array.from({ length: one.kind === 'twice' ? 2 : 1 }, () => send(who, place, offset, bytes)),
            )
            for (const answer of answers) {
              if (answer.status === 204) expect(Number(answer.headers.get('upload-offset'))).toBe(offset + bytes.length)
              else expect(await problemOf(answer)).toMatchObject({ status: 409, code: 'platform/piece-elsewhere' })
            }
            // Two at once: one of them is taken, and the other may be only when it changes nothing.
            if (offset === at) expect(answers.some(({ status }) => status === 204)).toBe(true)
          }
          expect(await standsAt(who, place)).toBeGreaterThanOrEqual(at)
        }
        for (let at = await standsAt(who, place); at < file.length; at = await standsAt(who, place))
          await send(who, place, at, file.subarray(at, at + 1000))
        expect(await keptBytes(place)).toEqual(Buffer.from(file))
        await who.fetch(place, { method: 'DELETE', headers: tus })
      },
    ),
    { numRuns: 40 },
  )
})

test('a file sent whole over a line that is cut goes on from what came', async () => {
  const who = api.as({ kind: 'citizen' })
  const file = randomBytes(3 * 1024 * 1024)
  const place = await begun(who, { size: file.length, hash: sha256(file) })
  await cut(who, place, 0, file, 2 * 1024 * 1024)
  await expect.poll(() => standsAt(who, place)).toBeGreaterThan(0)
  // Another device, the same file: no second upload.
  expect(await begun(who, { size: file.length, hash: sha256(file) })).toBe(place)
  for (let at = await standsAt(who, place); at < file.length; at = await standsAt(who, place))
    expect([204, 409]).toContain((await send(who, place, at, file.subarray(at))).status)
  expect(await keptBytes(place)).toEqual(file)
  const { rows } = await sql`select from platform.upload_piece where upload_id = ${place.split('/').at(-1)}`.execute(
    api.db,
  )
  expect(rows).toEqual([])
})

test('what came whole for a place is that file when it is sent there again, and nowhere else', async () => {
  const [who, other] = [api.as({ kind: 'citizen' }), api.as({ kind: 'citizen' })]
  const file = randomBytes(2000)
  const said = { size: file.length, hash: sha256(file), meantFor: 'hồ sơ 1 paper.to-khai' }
  const place = await begun(who, said)
  expect((await send(who, place, 0, file)).status).toBe(204)
  // A page that is loaded anew on another device announces the same file: nothing of it is sent.
  const again = await announce(who, said)
  expect([again.headers.get('location'), again.headers.get('upload-offset')]).toEqual([place, String(file.length)])
  for (const elsewhere of [
    begun(who, { ...said, meantFor: 'hồ sơ 2 paper.to-khai' }),
    begun(who, { size: said.size, hash: said.hash }),
    begun(who, { ...said, name: 'Tên khác.pdf' }),
    begun(who, { ...said, hash: sha256(randomBytes(8)) }),
    begun(other, said),
  ])
    expect(await elsewhere).not.toBe(place)
  // Given up after it came, or gone: it is sent anew.
  await who.fetch(place, { method: 'DELETE', headers: tus })
  expect(await begun(who, said)).not.toBe(place)
})

test('a whole that is not what was announced is refused and gone; one longer than announced is not taken', async () => {
  const who = api.as({})
  const place = await begun(who, { size: 4, hash: sha256(Buffer.from('abcd')) })
  expect(await problemOf(await send(who, place, 0, Buffer.from('abcde')))).toMatchObject({ status: 413 })
  await send(who, place, 0, Buffer.from('ab'))
  expect(await problemOf(await send(who, place, 2, Buffer.from('xx')))).toMatchObject({ code: 'platform/file-differs' })
  expect(await keptBytes(place)).toBeUndefined()
  expect((await who.fetch(place, { method: 'HEAD', headers: tus })).status).toBe(404)
})

test('what is announced wrongly is refused: no length, no name, too large, no checksum, another protocol, nobody', async () => {
  const who = api.as({})
  for (const size of [0, -1, 1.5, Number.NaN]) expect((await announce(who, { size })).status).toBe(400)
  expect((await announce(who, { size: 26 * 1024 * 1024 })).status).toBe(413)
  expect((await announce(who, { size: 4, name: ' ' })).status).toBe(400)
  expect((await announce(who, { size: 4, name: 'a\u0000b' })).status).toBe(400)
  expect((await announce(who, { size: 4, hash: 'x' })).status).toBe(400)
  const old = await who.fetch(PATH, { method: 'POST', headers: { 'tus-resumable': '0.2.2', 'upload-length': '4' } })
  expect([old.status, old.headers.get('tus-version')]).toEqual([412, '1.0.0'])
  expect((await announce(api.anonymous, { size: 4 })).status).toBe(401)
  const place = await begun(who, { size: 4 })
  const json = await who.fetch(place, {
    method: 'PATCH',
    headers: { ...tus, 'content-type': 'application/json', 'upload-offset': '0' },
    body: '1234',
  })
  expect(json.status).toBe(415)
  expect((await who.fetch(PATH, { method: 'OPTIONS' })).headers.get('tus-extension')).toBe('creation,termination')
})

test('another’s upload is not there, which stands in the log, and nothing changes', async () => {
  const [who, other] = [api.as({ kind: 'citizen' }), api.as({ kind: 'citizen' })]
  const place = await begun(who, { size: 4 })
  await send(who, place, 0, Buffer.from('ab'))
  const asks = [
    () => other.fetch(place, { method: 'HEAD', headers: tus }),
    () => send(other, place, 2, Buffer.from('cd')),
    () => other.fetch(place, { method: 'DELETE', headers: tus }),
    () => other.fetch(`${PATH}/x`, { method: 'HEAD', headers: tus }),
  ]
  for (const ask of asks) expect((await ask()).status).toBe(404)
  const { rows } = await sql<{ operation: string }>`select operation from platform.audit
    where actor_id = ${other.actorId} and outcome = 'platform/not-found' order by id`.execute(api.db)
  expect(rows.map(({ operation }) => operation)).toEqual([
    'platform.find-upload',
    'platform.continue-upload',
    'platform.drop-upload',
    'platform.find-upload',
  ])
  expect(await standsAt(who, place)).toBe(2)
})

test('a citizen may leave only so many half sent, and send only so much in a day', async () => {
  const who = api.as({ kind: 'citizen' })
  for (let count = 0; count < 20; count++) await begun(who, { size: 10 })
  expect(await problemOf(await announce(who, { size: 10 }))).toMatchObject({ code: 'platform/too-many-uploads' })
  const much = api.as({ kind: 'citizen' })
  await sql`insert into platform.file (id, name, media_type, size, sha256, bytes, uploaded_by, uploaded_at)
    values (gen_random_uuid(), 'x', 'x', 300 * 1024 * 1024, '', '', ${much.actorId}, now() - interval '2 hours')`.execute(
    api.db,
  )
  expect(await problemOf(await announce(much, { size: 10 }))).toMatchObject({ code: 'platform/too-much-today' })
  const whole = await much.fetch('/api/files?name=x', { method: 'POST', body: 'x' })
  expect(await problemOf(whole)).toMatchObject({ code: 'platform/too-much-today' })
})

test('what nobody went on with for a day is forgotten with its pieces', async () => {
  const who = api.as({})
  const place = await begun(who, { size: 4 })
  await send(who, place, 0, Buffer.from('ab'))
  const fresh = await begun(who, { size: 4 })
  await sql`update platform.upload set changed_at = now() - interval '25 hours' where id = ${place.split('/').at(-1)}`.execute(
    api.db,
  )
  await sql`insert into platform.schedule (name, every_seconds, next_at) values (${tidyUploads.name}, 3600, now())`.execute(
    api.db,
  )
  expect(await runDueSchedule(api.appDb, new Map(), [tidyUploads])).toBe(true)
  expect((await who.fetch(place, { method: 'HEAD', headers: tus })).status).toBe(404)
  expect(await standsAt(who, fresh)).toBe(0)
  const { rows } = await sql`select from platform.upload_piece p join platform.upload u on u.id = p.upload_id
    where u.uploaded_by = ${who.actorId}`.execute(api.db)
  expect(rows).toEqual([])
})
