import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { line } from '#kernel/fields.ts'
import { Problem } from '#kernel/problem.ts'
import type { Actor } from './actor.ts'
import type { Db } from './db.ts'
import { keepUpload, MOST_FILE_BYTES } from './files.ts'
import { takeToken } from './rate-limit.ts'
import { setRowScope } from './row-security.ts'
import { requireRoom } from './uploads.ts'

const Query = z.object({ name: line(200) })
const UPLOADS_PER_MINUTE = 60

/** `POST /api/files?name=…` with the file as its body, of whatever type: keeps it and answers `{ fileId }`. */
export async function registerFileUpload(
  app: FastifyInstance,
  db: Db,
  whoAsks: (request: FastifyRequest) => Promise<Actor | null>,
): Promise<void> {
  await app.register(async (scope) => {
    // Here a body is bytes, also when it calls itself JSON or text.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST_FILE_BYTES }, (_request, body, done) =>
      done(null, body),
    )
    scope.route({
      method: 'POST',
      url: '/api/files',
      bodyLimit: MOST_FILE_BYTES,
      config: { operation: 'platform.upload-file' },
      preParsing: async (request) => {
        // Before a byte is read: nobody fills our memory without being somebody.
        request.actor = await whoAsks(request)
        if (!request.actor || request.actor.restricted) throw new Problem('not-signed-in', 'platform/not-signed-in')
        await takeToken(db, `upload ${request.actor.id}`, UPLOADS_PER_MINUTE)
      },
      handler: (request) => keep(db, request),
    })
  })
}

async function keep(db: Db, { query, body, actor, headers }: FastifyRequest): Promise<{ fileId: string }> {
  const parsed = Query.safeParse(query)
  if (!parsed.success) throw new Problem('invalid-input', 'platform/invalid-input', 'A name is needed.')
  if (!Buffer.isBuffer(body) || !actor) throw new Problem('invalid-input', 'platform/unreadable-body')
  const mediaType = String(headers['content-type'] ?? 'application/octet-stream').slice(0, 200)
  const fileId = await db.transaction().execute(async (tx) => {
    const now = new Date()
    await setRowScope(tx, actor, null)
    await requireRoom(tx, actor, body.length, now)
    return keepUpload(tx, { name: parsed.data.name, mediaType, bytes: body }, actor, now)
  })
  return { fileId }
}
