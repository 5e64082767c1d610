import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '#kernel/problem.ts'
import { type Actor, scopeFor } from './actor.ts'
import type { Db } from './db.ts'
import type { Listener } from './live.ts'
import type { WatchedTopics } from './module.ts'
import { setRowScope } from './row-security.ts'

/** Open lines a process holds at most; past it a browser is asked to come back. */
const MOST_LINES = 2000
/** So many of them may be of people who have not signed in. */
const MOST_PUBLIC_LINES = 500
/** An office has one address for its boards and for the phones on its network. */
const MOST_PUBLIC_LINES_EACH = 60
/** Topics that begin like this are open to everybody: what they tell of stands on a public page. */
const PUBLIC = 'public.'
const HEARTBEAT_MS = 20_000
/** After so many beats it is asked again who listens, and whether they may: five minutes. */
const BEATS_TO_LOOK = 15

type Options = {
  readonly db: Db
  readonly listener: Listener
  readonly watched: readonly WatchedTopics[]
  readonly whoAsks: (request: FastifyRequest) => Promise<Actor | null>
}

/**
 * `GET /api/live?topics=a,b`: a server-sent `changed` event with the topic's name each time it is announced. Topics about something that
 * not everybody may see are given to those who may; of the others a `refused` event tells the name, and nothing else is ever said. Where
 * nothing is left, the line is refused. Topics that begin with `public.` are open also to whoever has not signed in.
 */
export function registerLive(app: FastifyInstance, { db, listener, watched, whoAsks }: Options): void {
  const lines = new Set<(topic: string) => void>()
  const publicLines: string[] = []
  const stopListening = listener.onTopic((topic) => {
    for (const line of lines) line(topic)
  })
  app.addHook('onClose', async () => stopListening())

  app.get('/api/live', async (request, reply) => {
    const actor = await whoAsks(request)
    const wanted = topicsIn(request)
    if (!actor && !wanted.some((topic) => topic.startsWith(PUBLIC)))
      throw new Problem('not-signed-in', 'platform/not-signed-in')
    const own = publicLines.filter((address) => address === request.ip).length
    const isPublicFull = publicLines.length >= MOST_PUBLIC_LINES || own >= MOST_PUBLIC_LINES_EACH
    if (lines.size >= MOST_LINES || (!actor && isPublicFull))
      throw new Problem('unavailable', 'platform/unavailable', 'Too many open lines.')
    let given = await permitted(db, watched, actor, wanted)
    if (wanted.length > 0 && given.size === 0)
      throw new Problem('not-allowed', 'platform/not-allowed', 'None of these topics may be listened to.')

    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    raw.write('retry: 1000\n: open\n\n')
    for (const topic of wanted) if (!given.has(topic)) raw.write(`event: refused\ndata: ${topic}\n\n`)
    const line = (topic: string) => {
      if (topic !== '*' && !given.has(topic)) return
      // Someone who does not read is let go rather than remembered for; the browser comes back by itself.
      if (raw.writableLength > 65_536) raw.destroy()
      else raw.write(`event: changed\ndata: ${topic}\n\n`)
    }
    const lookAgain = async () => {
      const still = await whoAsks(request)
      given = await permitted(db, watched, still, wanted)
      if ((still === null) !== (actor === null) || given.size === 0) raw.destroy()
    }
    let beats = 0
    const beat = setInterval(() => {
      raw.write(': still here\n\n')
      // Who cannot be asked about now is asked about when the browser comes back.
      if (++beats % BEATS_TO_LOOK === 0) lookAgain().catch(() => raw.destroy())
    }, HEARTBEAT_MS)
    lines.add(line)
    if (!actor) publicLines.push(request.ip)
    raw.on('close', () => {
      clearInterval(beat)
      lines.delete(line)
      if (!actor) publicLines.splice(publicLines.indexOf(request.ip), 1)
    })
  })
}

/** The names of topics asked for; what is not written like one is none. */
function topicsIn(request: FastifyRequest): readonly string[] {
  const { topics } = request.query as { topics?: unknown }
  const names = (typeof topics === 'string' ? topics : '').slice(0, 4000).split(',')
  return [...new Set(names.filter((name) => /^[\w.-]{1,100}$/.test(name)))]
}

/** Those of the topics that the actor may listen to: what nobody watches over is open to every official who is signed in. */
async function permitted(
  db: Db,
  watched: readonly WatchedTopics[],
  actor: Actor | null,
  topics: readonly string[],
): Promise<ReadonlySet<string>> {
  if (actor === null) return new Set(topics.filter((topic) => topic.startsWith(PUBLIC)))
  const isOpen = (topic: string) =>
    topic.startsWith(PUBLIC) || (actor.kind !== 'citizen' && !watched.some(({ prefix }) => topic.startsWith(prefix)))
  const given = new Set(topics.filter(isOpen))
  for (const { prefix, permission, mayWatch } of watched) {
    const asked = topics.filter((topic) => topic.startsWith(prefix)).map((topic) => topic.slice(prefix.length))
    if (asked.length === 0) continue
    const seen = await db.transaction().execute(async (tx) => {
      const scope = scopeFor(actor, permission)
      await setRowScope(tx, actor, scope)
      return mayWatch({ tx, actor, scope }, asked)
    })
    for (const one of seen) given.add(prefix + one)
  }
  return given
}
