import { createServer, type IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { closed, listenOnLoopback } from '#server/loopback.ts'
import { BUSY_SECONDS } from '../domain/stand-in.ts'
import type { Book, Given, Reacting } from './book.ts'

// Stands in for a provider of text or Zalo messages, on loopback. It sends nothing to anybody.

/** In the shape of gateways/http-provider.ts. */
const Body = z.object({ to: z.string().max(100), text: z.string().max(10_000) })
const LARGEST_BODY = 64 * 1024

export type StandIn = { readonly port: number; close(): Promise<void> }
/** Told what the stand-in did with what it was given, to send the reports that belong to it. */
export type Reports = (given: Given, providerId: string, reacting: Reacting) => void

export async function startHttpStandIn({
  channel,
  key,
  book,
  reports,
}: {
  readonly channel: 'sms' | 'zalo'
  readonly key: string
  readonly book: Book
  readonly reports: Reports
}): Promise<StandIn> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
      void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
    const react = async () => {
      if (request.headers.authorization !== `Bearer ${key}`) return answer(401, {})
      const messageId = idField.safeParse(request.headers['idempotency-key'])
      const body = Body.safeParse(await readJson(request))
      if (!messageId.success || !body.success) return answer(400, {})
      const given = { channel, messageId: messageId.data, recipient: body.data.to, subject: '', text: body.data.text }
      const reacting = await book.take(given)
      const providerId = `${channel}-${messageId.data}`
      if (reacting.afterMs > 0) await wait(reacting.afterMs, undefined, { ref: false })
      if (reacting.answer === null) return void request.socket.destroy()
      reports(given, providerId, reacting)
      const { http } = reacting.answer
      return answer(
        http,
        http === 202 ? { id: providerId } : {},
        http === 429 ? { 'retry-after': String(BUSY_SECONDS) } : {},
      )
    }
    react().catch(() => answer(500, {}))
  })
  return { port: await listenOnLoopback(server), close: () => closed(server) }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LARGEST_BODY) return null
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}
