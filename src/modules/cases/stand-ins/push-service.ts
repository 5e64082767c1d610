import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { idField } from '#kernel/fields.ts'
import { closed, listenOnLoopback } from '#server/loopback.ts'
import { STAND_IN_PUSH_HOST } from '../domain/push.ts'
import type { Book } from './book.ts'
import type { StandIn } from './http-provider.ts'

// Stands in for the push service of a browser's maker, on loopback. It tells nobody, and cannot read what it is given: only the browser could.

const LARGEST_BODY = 4096

export async function startPushStandIn({ book }: { readonly book: Book }): Promise<StandIn> {
  const server = createServer((request, response) => {
    const react = async () => {
      const body = await readBytes(request)
      const messageId = idField.safeParse(request.headers['idempotency-key'])
      if (!isSigned(request.headers.authorization ?? '')) return void response.writeHead(403).end()
      if (body === null || !messageId.success || request.headers['content-encoding'] !== 'aes128gcm')
        return void response.writeHead(400).end()
      const recipient = (request.url ?? '').slice(0, 60)
      const text = `[aes128gcm: ${body.length} B]`
      const reacting = await book.take({ channel: 'push', messageId: messageId.data, recipient, subject: '', text })
      if (reacting.afterMs > 0) await wait(reacting.afterMs, undefined, { ref: false })
      if (reacting.answer === null) return void request.socket.destroy()
      // A push service that refuses for good says that the browser is no more.
      const status = { 202: 201, 422: 410 }[reacting.answer.http] ?? reacting.answer.http
      return void response.writeHead(status).end()
    }
    react().catch(() => response.writeHead(500).end())
  })
  return { port: await listenOnLoopback(server), close: () => closed(server) }
}

/** Whether the token is for this service, in time, and signed by the key it shows. */
function isSigned(header: string): boolean {
  const [, claims = '', signature = '', shown = ''] =
    /^vapid t=([\w-]+\.[\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? []
  const point = Buffer.from(shown, 'base64url')
  if (point.length !== 65) return false
  const { aud, exp } = JSON.parse(Buffer.from(claims.split('.')[1] ?? '', 'base64url').toString()) as Record<
    string,
    unknown
  >
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  const isRight = verify(
    'sha256',
    Buffer.from(claims),
    { key, dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  return isRight && aud === `https://${STAND_IN_PUSH_HOST}` && typeof exp === 'number' && exp * 1000 > Date.now()
}

async function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LARGEST_BODY) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
