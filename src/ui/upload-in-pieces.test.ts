import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { isCallProblem } from './call.ts'
import { type Sending, uploadInPieces } from './upload-in-pieces.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [] })
})
afterAll(() => api.close())
afterEach(() => vi.unstubAllGlobals())

/** `before`: nothing arrives; `after`: it arrives, and the answer is lost. */
type Fault = 'none' | 'before' | 'after'

/** The network of a browser, with these faults in their order. */
function network(who: Caller, faults: readonly Fault[]): void {
  const left = [...faults]
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => faulty(who, path, init, left.shift() ?? 'none'))
}
const real = fetch
async function faulty(who: Caller, path: string, init: RequestInit, fault: Fault): Promise<Response> {
  if (path.startsWith('http')) return real(path, init)
  if (fault === 'before') throw new TypeError('Failed to fetch')
  const answer = await who.fetch(path, init)
  if (fault === 'after') throw new TypeError('Failed to fetch')
  return answer
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name = 'Giấy tờ.pdf') =>
  new File([bytes], name, { type: 'application/pdf' })

async function isKept(fileId: string, bytes: Uint8Array): Promise<boolean> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const { rows } = await sql`select from platform.file where id = ${fileId} and sha256 = ${hash}`.execute(api.db)
  return rows.length === 1
}

test('whatever calls and answers are lost, the file arrives as it is', async () => {
  const fault = fc.constantFrom<Fault>('none', 'before', 'after')
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 900_000 }), fc.array(fault, { maxLength: 12 }), async (size, faults) => {
      network(api.as({ kind: 'citizen' }), faults)
      const bytes = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)))
      const file = fileOf(new Uint8Array(size).map((_, at) => bytes[at % bytes.length] ?? 0))
      const seen: Sending[] = []
      const { fileId } = await uploadInPieces(file, { restMs: 1, onChange: (sending) => seen.push(sending) })
      expect(await isKept(fileId, new Uint8Array(await file.arrayBuffer()))).toBe(true)
      expect(seen.at(-1)).toEqual({ state: 'sending', sent: size })
    }),
    { numRuns: 25 },
  )
})

test('a second visit with the same file sends only what is missing', async () => {
  const who = api.as({ kind: 'citizen' })
  const bytes = new Uint8Array(400_000).fill(7)
  const calls: string[] = []
  // The first visit ends after its first piece: the tab is closed.
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.startsWith('http')) return real(path, init)
    calls.push(init.method ?? '')
    if (calls.length > 2) return new Promise(() => undefined)
    return who.fetch(path, init)
  })
  void uploadInPieces(fileOf(bytes))
  await expect.poll(() => calls.length).toBe(3)
  network(who, [])
  const seen: number[] = []
  const { fileId } = await uploadInPieces(fileOf(bytes), { onChange: ({ sent }) => seen.push(sent) })
  expect(seen[0]).toBe(128 * 1024)
  expect(await isKept(fileId, bytes)).toBe(true)
})

test('given up, nothing of it stays on the server; refused for good, it is not tried again', async () => {
  const who = api.as({ kind: 'citizen' })
  network(who, [])
  const abort = new AbortController()
  const sending = uploadInPieces(fileOf(new Uint8Array(3_000_000)), {
    signal: abort.signal,
    onChange: ({ sent }) => sent > 0 && abort.abort(),
  })
  await expect(sending).rejects.toThrow()
  const left = async () =>
    (await sql`select from platform.upload where uploaded_by = ${who.actorId}`.execute(api.db)).rows.length
  await expect.poll(left).toBe(0)
  const empty = await uploadInPieces(fileOf(new Uint8Array(0))).catch((thrown: unknown) => thrown)
  expect(isCallProblem(empty) && empty.body.code).toBe('platform/invalid-input')
})
