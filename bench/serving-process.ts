/** One serving process for the bench of cases: its parent says which database and who may ask, it says where it listens. */
import { modules } from '#main/modules.ts'
import type { Actor } from '#server/actor.ts'
import { connect } from '#server/db.ts'
import { createServer } from '#server/http.ts'

export type Told = { readonly url: string; readonly actors: Readonly<Record<string, Actor>> }

process.once('disconnect', () => process.exit())
// Sent by `startServers` alone.
process.once('message', (told) => void serve(told as Told))

async function serve({ url, actors }: Told): Promise<void> {
  const app = await createServer({
    config: {
      publicUrl: undefined,
      trustProxy: false,
      logLevel: 'silent',
      metricsToken: undefined,
      // Forty accounts here ask for as much as many hundreds would.
      callsPerMinute: 10_000_000,
      operationLimitsTimes: 1000,
    },
    db: connect(url, { poolSize: 10 }),
    modules,
    identify: async ({ bearer }) => actors[bearer ?? ''] ?? null,
    listener: null,
    webFolder: null,
    about: { demo: false, version: 'bench' },
  })
  process.on('message', () => {
    const { user, system } = process.cpuUsage()
    process.send?.((user + system) / 1000)
  })
  process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
}
