import { modules } from '#main/modules.ts'
import type { Actor } from '#server/actor.ts'
import { connect } from '#server/db.ts'
import { handlersByEvent } from '#server/events.ts'
import { createServer } from '#server/http.ts'
import { startListener } from '#server/live.ts'
import { startWorker } from '#server/worker.ts'

/** What the process is given as its one argument. */
export type Given = {
  readonly databaseUrl: string
  /** As which its connections are known to the database. */
  readonly applicationName: string
  /** Who asks, by bearer. */
  readonly actors: Readonly<Record<string, Actor>>
  readonly logLevel?: string
}

/** The server and the work of the platform in a process of their own; it sends its address. It is there to be killed, or to be listened to. */
const { databaseUrl, applicationName, actors, logLevel = 'silent' }: Given = JSON.parse(process.argv[2] ?? '')
const db = connect(databaseUrl, { poolSize: 6, applicationName })
const listener = await startListener(databaseUrl, () => undefined)
const handlers = handlersByEvent(modules.flatMap((module) => module.handlers))
await startWorker({ db, handlers, schedules: [], listener, onError: () => undefined })
const app = await createServer({
  config: {
    publicUrl: undefined,
    trustProxy: false,
    logLevel,
    metricsToken: undefined,
    callsPerMinute: 1_000_000,
    operationLimitsTimes: 1000,
  },
  db,
  modules,
  identify: async ({ bearer }) => actors[bearer ?? ''] ?? null,
  listener: null,
  webFolder: null,
  about: { demo: false, version: 'test' },
})
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
// Whoever started it may end before it.
process.on('disconnect', () => process.exit())
