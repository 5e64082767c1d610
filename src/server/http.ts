import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify, LogController } from 'fastify'
import type { Endpoint, FileAnswer } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import { Problem, type ProblemBody, toProblemBody } from '#kernel/problem.ts'
import { type Language, type ProblemMessages, translateProblem } from '#kernel/problem-messages.ts'
import type { Actor } from './actor.ts'
import type { Config } from './config.ts'
import type { Db } from './db.ts'
import { type HandlersByEvent, handlersByEvent } from './events.ts'
import { answerBroken } from './http-broken.ts'
import { registerFileUpload } from './http-files.ts'
import { registerHealth } from './http-health.ts'
import { rawInputOf } from './http-input.ts'
import { registerLive } from './http-live.ts'
import { registerPages, SHOWN_FILE_POLICY, securityHeaders } from './http-pages.ts'
import { registerServedPages } from './http-served.ts'
import { registerUploads } from './http-uploads.ts'
import type { Listener } from './live.ts'
import { measure, registerMetrics } from './metrics.ts'
import type { Module } from './module.ts'
import { openApiDocument } from './openapi.ts'
import { type Operation, perform } from './operation.ts'
import { takeFromLot, takeToken } from './rate-limit.ts'

/** What a request brings to prove who asks. */
export type Credentials = {
  readonly sessionToken: string | null
  /** Asked of where a device in a hall is wanted, and then alone. */
  readonly deviceToken: string | null
  readonly bearer: string | null
  readonly address: string
  readonly userAgent: string
  readonly now: Date
  /** A look in the background (live line, polling): does not count as use of the session. */
  readonly passive: boolean
}

/** Who asks; null when nobody can be made of the credentials. */
export type Identify = (credentials: Credentials, db: Db) => Promise<Actor | null>

export type ServerOptions = {
  readonly config: Pick<
    Config,
    'publicUrl' | 'trustProxy' | 'logLevel' | 'metricsToken' | 'callsPerMinute' | 'operationLimitsTimes'
  >
  readonly db: Db
  readonly modules: readonly Module[]
  readonly identify: Identify
  readonly listener: Listener | null
  /** The folder of the built web pages; null serves the API alone. */
  readonly webFolder: string | null
  /** What `/api/about` says of this installation. */
  readonly about: { readonly demo: boolean; readonly version: string }
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
}

/** The HTTP server over all modules' operations, not yet listening. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { config, db, modules } = options
  const problems: ProblemMessages = Object.assign({}, ...modules.map((module) => module.problems))
  const handlers = handlersByEvent(modules.flatMap((module) => module.handlers))
  const answerProblem = problemAnswer(problems)

  const app = fastify({
    logger: { level: config.logLevel, serializers: { err: loggedError } },
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    trustProxy: config.trustProxy ? 'loopback' : false,
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void answerProblem(error, request, reply),
    clientErrorHandler: answerBroken(problems),
  })
  app.setErrorHandler(answerProblem)
  app.setNotFoundHandler((request, reply) =>
    answerProblem(new Problem('not-found', 'platform/not-found'), request, reply),
  )
  app.decorateRequest('actor', null)
  await app.register(cookie)
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  app.addHook('onRequest', securityHeaders)
  app.addHook('onResponse', measure)
  app.addHook('onResponse', logAnswer)

  for (const module of modules) for (const operation of module.operations) mount(app, operation, options, handlers)
  registerHealth(app, db, modules)
  registerMetrics(app, db, config.metricsToken)
  if (options.listener) {
    const watched = modules.flatMap((module) => module.watchedTopics ?? [])
    const listeners = { db, watched, listener: options.listener }
    registerLive(app, { ...listeners, whoAsks: (request) => whoAsks(request, options, true) })
  }
  await registerFileUpload(app, db, (request) => whoAsks(request, options, false))
  await registerUploads(app, db, (request) => whoAsks(request, options, false))
  const openApi = openApiDocument(modules, options.about.version)
  app.get('/api/openapi.json', () => openApi)
  app.get('/api/about', () => ({ name: 'Hải Đăng', ...options.about }))
  await registerServedPages(app, {
    pages: modules.flatMap((module) => module.pages ?? []),
    links: modules.flatMap((module) => module.links ?? []),
    problems,
    webFolder: options.webFolder,
    demonstration: options.about.demo,
    depsOf: async (request, reply) => ({
      db,
      actor: await whichDevice(request, options),
      handlers,
      ...aroundOf(request, options),
      device: deviceCookie(request, reply, isSecure(config)),
    }),
    limit: (request, { endpoint }, actor) => takeCall(options, actor?.id ?? request.ip, endpoint),
    asProblem: asRequestProblem,
  })
  const strict = modules.flatMap((module) => module.strictPages ?? [])
  await registerPages(app, { folder: options.webFolder, strict })
  return app
}

function mount(app: FastifyInstance, operation: Operation, options: ServerOptions, handlers: HandlersByEvent): void {
  const { endpoint } = operation
  app.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    bodyLimit: endpoint.maxBytes,
    config: { operation: endpoint.id },
    handler: async (request, reply) => {
      const device = endpoint.permission === 'device' ? await whichDevice(request, options) : null
      const actor = device ?? (await whoAsks(request, options, endpoint.id === 'identity.current-session'))
      request.actor = actor
      await takeCall(options, actor?.id ?? request.ip, endpoint)
      const key = request.headers['idempotency-key']
      const answer = await perform(operation, rawInputOf(endpoint, request), {
        db: options.db,
        actor,
        handlers,
        ...aroundOf(request, options),
        session: sessionCookie(reply, isSecure(options.config)),
        device: deviceCookie(request, reply, isSecure(options.config)),
        idempotencyKey: typeof key === 'string' ? key.slice(0, 100) : undefined,
      })
      return endpoint.answers === 'file' ? sendFile(reply, answer as FileAnswer) : reply.send(answer ?? null)
    },
  })
}

async function takeCall({ db, config }: ServerOptions, who: string, { id, perMinute }: Endpoint): Promise<void> {
  await takeFromLot(db, `all ${who}`, config.callsPerMinute)
  if (perMinute !== null) await takeToken(db, `${id} ${who}`, perMinute * config.operationLimitsTimes)
}

function aroundOf(request: FastifyRequest, { config }: ServerOptions) {
  return {
    requestId: request.id,
    client: { address: request.ip, userAgent: String(request.headers['user-agent'] ?? '').slice(0, 300) },
    origin: config.publicUrl?.replace(/\/+$/, '') ?? `${request.protocol}://${request.host}`,
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The actor of a request. A change that rests on the cookie alone must carry our own header, which no foreign form can send. */
async function whoAsks(
  request: FastifyRequest,
  { db, identify, config }: ServerOptions,
  passive: boolean,
): Promise<Actor | null> {
  const authorization = request.headers.authorization ?? ''
  const bearer = authorization.startsWith('Bearer ') ? authorization.slice(7, 300) : null
  const sessionToken = request.cookies[cookieName(isSecure(config))] ?? null
  if (!bearer && sessionToken && !SAFE.has(request.method) && !request.headers['x-haidang']) {
    throw new Problem('not-allowed', 'platform/forged-request', 'The header x-haidang is missing.')
  }
  const userAgent = String(request.headers['user-agent'] ?? '').slice(0, 300)
  return identify(
    { sessionToken, deviceToken: null, bearer, address: request.ip, userAgent, now: new Date(), passive },
    db,
  )
}

/** The device that a browser is; null when it is none. Its cookie is sent by no foreign form. */
async function whichDevice(request: FastifyRequest, { db, identify, config }: ServerOptions): Promise<Actor | null> {
  const deviceToken = request.cookies[deviceCookieName(isSecure(config))] ?? null
  if (deviceToken === null) return null
  const none = { sessionToken: null, bearer: null, userAgent: '', passive: false }
  return identify({ ...none, deviceToken, address: request.ip, now: new Date() }, db)
}

function isSecure(config: Pick<Config, 'publicUrl'>): boolean {
  return config.publicUrl?.startsWith('https:') ?? false
}

function cookieName(secure: boolean): string {
  return secure ? '__Host-haidang' : 'haidang'
}

function sessionCookie(reply: FastifyReply, secure: boolean) {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    set: (token: string, expires: Date) => void reply.setCookie(cookieName(secure), token, { ...options, expires }),
    clear: () => void reply.clearCookie(cookieName(secure), options),
  }
}

const deviceCookieName = (secure: boolean): string => (secure ? '__Host-haidang-device' : 'haidang-device')

function deviceCookie(request: FastifyRequest, reply: FastifyReply, secure: boolean) {
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure } as const
  return {
    token: request.cookies[deviceCookieName(secure)] ?? null,
    set: (token: string, expires: Date) =>
      void reply.setCookie(deviceCookieName(secure), token, { ...options, expires }),
  }
}

function sendFile(reply: FastifyReply, file: FileAnswer): FastifyReply {
  const ascii = file.name.normalize('NFD').replaceAll(/[^\w.-]+/g, '_')
  // What strangers sent runs nothing and fetches nothing, also when it is opened by itself.
  if (file.inline) {
    reply.headers({ 'content-security-policy': SHOWN_FILE_POLICY, 'x-frame-options': 'SAMEORIGIN' })
  }
  return reply
    .header(
      'content-disposition',
      `${file.inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .header('cache-control', 'private, no-store')
    .type(file.mediaType)
    .send(Buffer.from(file.bytes))
}

function problemAnswer(problems: ProblemMessages) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = asRequestProblem(thrown)
    const body: ProblemBody = toProblemBody(problem)
    if (body.status >= 500) request.log.error({ err: thrown }, 'defect')
    const language: Language = /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'vi'
    return reply
      .status(body.status)
      .type('application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify({ ...translateProblem(problems, body, language), requestId: request.id }))
  }
}

/** Refusals of the HTTP library itself (unreadable JSON, too large, unknown media type) in our own words. */
function asRequestProblem(thrown: unknown): unknown {
  if (thrown instanceof Problem) return thrown
  const status = typeof thrown === 'object' && thrown && 'statusCode' in thrown ? Number(thrown.statusCode) : 500
  if (status === 413)
    return new Problem('too-large', 'platform/too-large', 'The body is too large.', { values: { limit: 26_214_400 } })
  if (status === 404) return new Problem('not-found', 'platform/not-found')
  if (status >= 400 && status < 500)
    return new Problem('invalid-input', 'platform/unreadable-body', 'The request cannot be read.')
  return thrown
}

/** What is logged of an error. What the database says beside its message is what was written, and that may be about a person. */
function loggedError(thrown: Error & { readonly code?: unknown; readonly constraint?: unknown }) {
  const { name, message, stack = '', code, constraint } = thrown
  return { type: name, message, stack, code, constraint }
}

/** One line for each request: never the address, the query, a header or a body. */
function logAnswer(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { operation } = request.routeOptions.config as { operation?: string }
  const line = {
    operation,
    route: request.routeOptions.url,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  }
  request.log.info(line, request.method)
  done()
}
