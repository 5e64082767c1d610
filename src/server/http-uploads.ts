import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Endpoint, endpoint } from '#kernel/endpoint.ts'
import { idField, line } from '#kernel/fields.ts'
import { Problem } from '#kernel/problem.ts'
import type { Actor } from './actor.ts'
import { writeAudit } from './audit.ts'
import type { Db, Tx } from './db.ts'
import { MOST_FILE_BYTES } from './files.ts'
import { takeFromLot, takeToken } from './rate-limit.ts'
import { setRowScope } from './row-security.ts'
import { beginUpload, dropUpload, findUpload, type Taken, takePiece } from './uploads.ts'

// The tus protocol 1.0.0 (core, creation, termination; https://tus.io/protocols/resumable-upload), in which any client may send.
const VERSION = '1.0.0'
const ABOUT = {
  'tus-resumable': VERSION,
  'tus-version': VERSION,
  'tus-extension': 'creation,termination',
  'tus-max-size': String(MOST_FILE_BYTES),
}
const PATH = '/api/files/uploads'
const BEGUN_PER_MINUTE = 60
const PIECES_PER_MINUTE = 1200
/** So much is gathered before it is written down: what a cut connection loses at most. */
const WRITTEN_AT_ONCE = 256 * 1024

type Who = (request: FastifyRequest) => Promise<Actor | null>

/** Files in pieces: `POST` announces one, `PATCH` sends on from where it stands, `HEAD` says where that is, `DELETE` gives it up. */
export async function registerUploads(app: FastifyInstance, db: Db, whoAsks: Who): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // As it comes: a piece that is cut off is kept as far as it came.
    scope.addContentTypeParser('*', (_request, body, done) => done(null, body))
    scope.addHook('onRequest', async (request, reply) => {
      reply.headers({ 'tus-resumable': VERSION, 'cache-control': 'no-store' })
      if (request.method === 'OPTIONS') return
      // Before a byte is read: nobody fills our memory without being somebody.
      request.actor = await whoAsks(request)
      if (!request.actor || request.actor.restricted) throw new Problem('not-signed-in', 'platform/not-signed-in')
      if (request.headers['tus-resumable'] !== VERSION) return reply.status(412).headers(ABOUT).send()
    })
    const about = (_request: FastifyRequest, reply: FastifyReply) => reply.status(204).headers(ABOUT).send()
    const config = (name: string) => ({ config: { operation: `platform.${name}-upload` } })
    scope.options(PATH, config('describe'), about)
    scope.options(`${PATH}/:uploadId`, config('describe'), about)
    scope.post(PATH, config('begin'), (request, reply) => begin(db, request, reply))
    scope.head(`${PATH}/:uploadId`, config('find'), (request, reply) => tell(db, request, reply))
    scope.patch(`${PATH}/:uploadId`, config('continue'), (request, reply) => goOn(db, request, reply))
    scope.delete(`${PATH}/:uploadId`, config('drop'), (request, reply) => drop(db, request, reply))
  })
}

const Announced = z.object({
  size: z.coerce.number().int().min(1),
  name: line(200),
  mediaType: z
    .string()
    .max(200)
    .regex(/^[\x20-\x7e]*$/),
  meantFor: line(300).nullable(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
})

async function begin(db: Db, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const actor = actorOf(request)
  await takeToken(db, `upload ${actor.id}`, BEGUN_PER_MINUTE)
  const said = metadata(request.headers['upload-metadata'])
  const parsed = Announced.safeParse({
    size: wholeNumber(request.headers['upload-length']),
    name: said.get('filename'),
    mediaType: said.get('filetype') || 'application/octet-stream',
    sha256: said.get('sha256') ?? null,
    meantFor: said.get('for') ?? null,
  })
  if (!parsed.success)
    throw new Problem('invalid-input', 'platform/invalid-input', 'A length, a name and a right checksum are needed.')
  const upload = await inScope(db, actor, (tx) => beginUpload(tx, parsed.data, actor, new Date()))
  return reply
    .status(201)
    .headers({ location: `${PATH}/${upload.id}`, 'upload-offset': upload.received })
    .send()
}

async function tell(db: Db, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { actor, uploadId } = await wanted(db, request)
  const upload = uploadId && (await inScope(db, actor, (tx) => findUpload(tx, uploadId, actor)))
  if (!upload) throw await unknown(db, request, ENDPOINTS.find)
  return reply.status(200).headers({ 'upload-offset': upload.received, 'upload-length': upload.size }).send()
}

async function drop(db: Db, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { actor, uploadId } = await wanted(db, request)
  const dropped = uploadId && (await inScope(db, actor, (tx) => dropUpload(tx, uploadId, actor)))
  if (!dropped) throw await unknown(db, request, ENDPOINTS.drop)
  return reply.status(204).send()
}

async function goOn(db: Db, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { actor, uploadId } = await wanted(db, request)
  if (request.headers['content-type'] !== 'application/offset+octet-stream')
    return reply.status(415).headers(ABOUT).send()
  const startsAt = wholeNumber(request.headers['upload-offset'])
  if (startsAt === undefined) throw new Problem('invalid-input', 'platform/invalid-input', 'An offset is needed.')
  const upload = uploadId && (await inScope(db, actor, (tx) => findUpload(tx, uploadId, actor)))
  if (!upload) throw await unknown(db, request, ENDPOINTS.continue)
  if (startsAt !== upload.received) throw refusal('elsewhere')
  // Refused by its length before it is read.
  if (Number(request.headers['content-length'] ?? 0) > upload.size - startsAt) throw refusal('too-long')
  const take = (at: number, bytes: Buffer) =>
    inScope(db, actor, (tx) => takePiece(tx, { uploadId: upload.id, startsAt: at, bytes }, actor, new Date()))
  const taken = await takeAll(request.body as Readable, startsAt, take)
  if ('refused' in taken) throw refusal(taken.refused)
  return reply.status(204).headers({ 'upload-offset': taken.received }).send()
}

/** Takes a body in as it comes, written down bit by bit; of one that is cut off, what came. */
async function takeAll(
  body: Readable | undefined,
  startsAt: number,
  take: (at: number, bytes: Buffer) => Promise<Taken>,
): Promise<Taken> {
  let at = startsAt
  let gathered: Buffer[] = []
  let taken: Taken = { received: at }
  const write = async () => {
    taken = await take(at, Buffer.concat(gathered))
    gathered = []
    if ('received' in taken) at = taken.received
  }
  let count = 0
  // Not closed at a refusal: the answer goes the same way.
  const chunks = body?.iterator({ destroyOnReturn: false })
  for (;;) {
    const chunk = await chunks?.next().catch(() => CUT_OFF)
    if (!chunk || chunk.done) break
    gathered.push(chunk.value)
    count += chunk.value.length
    if (count < WRITTEN_AT_ONCE) continue
    count = 0
    await write()
    if ('refused' in taken) {
      await pourAway(chunks)
      return taken
    }
  }
  await write()
  return taken
}

/** What still comes after a refusal, so that the answer is read and the line is free for the next request. */
async function pourAway(chunks: AsyncIterator<Buffer> | undefined): Promise<void> {
  for (let poured = 0; poured < MOST_FILE_BYTES; ) {
    const chunk = await chunks?.next().catch(() => CUT_OFF)
    if (!chunk || chunk.done) return
    poured += chunk.value.length
  }
}

const CUT_OFF = { done: true, value: undefined } as const

const REFUSALS = {
  unknown: ['not-found', 'platform/not-found'],
  elsewhere: ['conflict', 'platform/piece-elsewhere'],
  'too-long': ['too-large', 'platform/longer-than-announced'],
  differs: ['rule-broken', 'platform/file-differs'],
} as const

function refusal(why: keyof typeof REFUSALS): Problem {
  const [kind, code] = REFUSALS[why]
  return new Problem(kind, code)
}

const described = { path: '/files/uploads/:uploadId', permission: 'signed-in', output: z.null() } as const
const uploadId = z.object({ uploadId: idField })
const ENDPOINTS = {
  find: endpoint({
    id: 'platform.find-upload',
    method: 'GET',
    summary: { vi: 'Tệp đang gửi đã đến đâu', en: 'How far a file has come' },
    input: uploadId,
    ...described,
  }),
  continue: endpoint({
    id: 'platform.continue-upload',
    method: 'PATCH',
    summary: { vi: 'Gửi tiếp tệp', en: 'Go on sending a file' },
    input: uploadId,
    ...described,
  }),
  drop: endpoint({
    id: 'platform.drop-upload',
    method: 'DELETE',
    summary: { vi: 'Bỏ tệp đang gửi', en: 'Give up sending a file' },
    input: uploadId,
    ...described,
  }),
}

/** What is not there, or somebody else's: the same answer, and it stands in the log that it was asked for. */
async function unknown(db: Db, request: FastifyRequest, asked: Endpoint): Promise<Problem> {
  await writeAudit(db, {
    endpoint: asked,
    actor: request.actor,
    input: request.params,
    outcome: 'platform/not-found',
    at: new Date(),
    requestId: request.id,
    client: { address: request.ip, userAgent: '' },
  })
  return refusal('unknown')
}

async function wanted(db: Db, request: FastifyRequest): Promise<{ actor: Actor; uploadId: string | undefined }> {
  const actor = actorOf(request)
  await takeFromLot(db, `upload piece ${actor.id}`, PIECES_PER_MINUTE)
  return { actor, uploadId: uploadId.safeParse(request.params).data?.uploadId }
}

function actorOf({ actor }: FastifyRequest): Actor {
  if (!actor) throw new Problem('not-signed-in', 'platform/not-signed-in')
  return actor
}

function inScope<T>(db: Db, actor: Actor, act: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await setRowScope(tx, actor, null)
    return act(tx)
  })
}

const wholeNumber = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,12}$/.test(header) ? Number(header) : undefined

/** `name base64,name base64` */
function metadata(header: string | string[] | undefined): ReadonlyMap<string, string> {
  if (typeof header !== 'string') return new Map()
  return new Map(
    header.split(',').map((pair) => {
      const [name = '', value = ''] = pair.trim().split(' ')
      return [name, Buffer.from(value, 'base64').toString('utf8')]
    }),
  )
}
