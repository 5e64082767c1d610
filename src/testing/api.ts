import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import type { ProblemBody } from '#kernel/problem.ts'
import { modules as allModules } from '#main/modules.ts'
import type { Actor, Grant } from '#server/actor.ts'
import type { Db } from '#server/db.ts'
import { handlersByEvent } from '#server/events.ts'
import { createServer, type Identify } from '#server/http.ts'
import { type Listener, startListener } from '#server/live.ts'
import type { Module } from '#server/module.ts'
import { prepareModules } from '#server/prepare.ts'
import { settle } from '#server/worker.ts'
import { testDatabase } from './database.ts'

export type Answer<T> = {
  readonly status: number
  /** The answer when the status is 2xx. */
  readonly body: T
  /** The refusal otherwise. */
  readonly problem: (ProblemBody & { requestId: string }) | undefined
  readonly headers: Headers
}

export type Caller = {
  readonly actorId: string
  call<I extends z.ZodObject, O extends z.ZodType>(
    endpoint: Endpoint<I, O>,
    input?: z.input<I> | Record<string, unknown>,
    headers?: Record<string, string>,
  ): Promise<Answer<z.output<O>>>
  /** A request of one's own making; `path` begins with `/`. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Puts a file in; its id. */
  upload(name: string, mediaType: string, bytes: Uint8Array): Promise<string>
}

export type TestApi = {
  readonly url: string
  /** As the owner, all rights: for arranging or checking what no operation can. */
  readonly db: Db
  /** As the application. */
  readonly appDb: Db
  readonly databaseUrl: string
  readonly anonymous: Caller
  /** A made-up actor with these grants; no sign-in is needed. */
  as(actor: {
    id?: string
    name?: string
    kind?: Actor['kind']
    grants?: readonly Grant[]
    sessionId?: string | null
    restricted?: string | null
  }): Caller
  /** Someone who may do everything everywhere. */
  readonly root: Caller
  /** Lets every event reach its handlers; how many deliveries ran. */
  settle(): Promise<number>
  close(): Promise<void>
}

type TestApiOptions = {
  readonly modules?: readonly Module[]
  /** The real way to identify, for tests of sign-in; made-up actors work beside it. */
  readonly identify?: Identify
  readonly live?: boolean
  readonly publicUrl?: string
  /** So many that a fast machine's test never meets a limit, unless the limit is what is tested. */
  readonly callsPerMinute?: number
  readonly operationLimitsTimes?: number
  /** Built pages to serve. */
  readonly webFolder?: string | null
}

/** The platform's HTTP server on a database of the test file's own. */
export async function testApi({
  modules = allModules,
  identify,
  live = false,
  publicUrl,
  callsPerMinute = 1_000_000,
  operationLimitsTimes = 1000,
  webFolder = null,
}: TestApiOptions = {}): Promise<TestApi> {
  const database = await testDatabase()
  await prepareModules(database.db, modules)
  const madeUp = new Map<string, Actor>()
  const listener: Listener | null = live ? await startListener(database.url, () => undefined) : null
  const app = await createServer({
    config: {
      publicUrl,
      trustProxy: false,
      logLevel: process.env.TEST_LOG ?? 'silent',
      metricsToken: undefined,
      callsPerMinute,
      operationLimitsTimes,
    },
    db: database.db,
    modules,
    identify: async (credentials, db) =>
      madeUp.get(credentials.bearer ?? '') ?? (identify ? await identify(credentials, db) : null),
    listener,
    webFolder,
    about: { demo: false, version: 'test' },
  })
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  const as: TestApi['as'] = (actor) => {
    const id = actor.id ?? newId()
    const token = newId()
    madeUp.set(token, { kind: 'person', name: 'Người thử', grants: [], sessionId: null, ...actor, id })
    return caller(url, id, token)
  }
  return {
    url,
    db: database.owner,
    appDb: database.db,
    databaseUrl: database.url,
    anonymous: caller(url, '', null),
    as,
    root: as({ name: 'Quản trị thử', grants: [{ permission: '*', unitId: null, reach: 'subtree' }] }),
    settle: () => settle(database.db, handlersByEvent(modules.flatMap((module) => module.handlers))),
    async close() {
      await app.close()
      await listener?.stop()
      await database.close()
    },
  }
}

/** Calls the server at an address as whoever bears the token. */
export function caller(url: string, actorId: string, token: string | null): Caller {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const fetchAt: Caller['fetch'] = (path, init = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { ...authorization, 'x-haidang': '1', ...(init.headers as object) } })
  return {
    actorId,
    fetch: fetchAt,
    async call(endpoint, input = {}, headers = {}) {
      const { path, rest } = fillPath(endpoint.path, input as Record<string, unknown>)
      const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE'
      const response = await fetchAt(`/api${path}${inQuery ? queryOf(rest) : ''}`, {
        method: endpoint.method,
        headers: { ...(inQuery ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(inQuery ? {} : { body: JSON.stringify(rest) }),
      })
      return readAnswer(response, endpoint)
    },
    async upload(name, mediaType, bytes) {
      const response = await fetchAt(`/api/files?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'content-type': mediaType },
        body: Buffer.from(bytes),
      })
      const answer = (await response.json()) as { fileId: string }
      if (!response.ok) throw new Error(`The upload was refused: ${JSON.stringify(answer)}`)
      return answer.fileId
    },
  }
}

async function readAnswer<O extends z.ZodType>(
  response: Response,
  endpoint: Endpoint<z.ZodObject, O>,
): Promise<Answer<z.output<O>>> {
  const { status, headers } = response
  if (response.ok && endpoint.answers === 'file') {
    const bytes = new Uint8Array(await response.arrayBuffer())
    const name = decodeURIComponent(headers.get('content-disposition')?.split("UTF-8''")[1] ?? '')
    return {
      status,
      headers,
      problem: undefined,
      body: { name, mediaType: headers.get('content-type') ?? '', bytes } as z.output<O>,
    }
  }
  const parsed: unknown = await response.json()
  if (response.ok) return { status, headers, body: parsed as z.output<O>, problem: undefined }
  return { status, headers, body: undefined as z.output<O>, problem: parsed as ProblemBody & { requestId: string } }
}

/** The path with its `:name` parts filled from the input, and what is left of the input. */
export function fillPath(
  path: string,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const rest = { ...input }
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { path: filled, rest }
}

function queryOf(input: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue
    query.set(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  const text = query.toString()
  return text && `?${text}`
}
