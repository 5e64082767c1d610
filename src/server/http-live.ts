import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#kernel/problem.ts'
import type { Actor } from './actor.ts'
import type { Listener } from './live.ts'

/** Open lines a process holds at most; past it a browser is asked to come back. */
const MOST_LINES = 2000
const HEARTBEAT_MS = 20_000

/** `GET /api/live?topics=a,b`: a server-sent `changed` event with the topic's name each time it is announced. */
export function registerLive(
  app: FastifyInstance,
  listener: Listener,
  whoAsks: (request: FastifyRequest) => Promise<Actor | null>,
): void {
  const lines = new Set<(topic: string) => void>()
  const stopListening = listener.onTopic((topic) => {
    for (const line of lines) line(topic)
  })
  app.addHook('onClose', async () => stopListening())

  app.get('/api/live', async (request, reply) => {
    const actor = await whoAsks(request)
    if (!actor) throw new Problem('not-signed-in', 'platform/not-signed-in')
    if (lines.size >= MOST_LINES) throw new Problem('unavailable', 'platform/unavailable', 'Too many open lines.')
    const wanted = new Set(
      String((request.query as { topics?: string }).topics ?? '')
        .slice(0, 2000)
        .split(','),
    )

    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    raw.write('retry: 1000\n: open\n\n')
    const line = (topic: string) => {
      if (topic !== '*' && !wanted.has(topic)) return
      // Someone who does not read is let go rather than remembered for; the browser comes back by itself.
      if (raw.writableLength > 65_536) raw.destroy()
      else raw.write(`event: changed\ndata: ${topic}\n\n`)
    }
    const beat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS)
    lines.add(line)
    raw.on('close', () => {
      clearInterval(beat)
      lines.delete(line)
    })
  })
}
