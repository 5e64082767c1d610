/** One serving process for a bench: its parent says which database and who may ask, it says where it listens. */
import { modules } from '#main/modules.ts'
import { identifyCitizen } from '#modules/portal/index.ts'
import type { Actor } from '#server/actor.ts'
import { connect } from '#server/db.ts'
import { createServer } from '#server/http.ts'

export type Told = { readonly url: string; readonly actors: Readonly<Record<string, Actor>> }

process.once('disconnect', () => process.exit())
// Sent by `startServers` alone.
process.once('message', (told) => void serve(told as Told))

async function serve({ url, actors }: Told): Promise<void> {
  const db = connect(url, { poolSize: 10 })
  const app = await createServer({
    config: {
      publicUrl: undefined,
      trustProxy: false,
      logLevel: 'silent',
      metricsToken: undefined,
      // The few accounts of a bench ask for as much as many hundreds would.
      callsPerMinute: 10_000_000,
      operationLimitsTimes: 1000,
    },
    db,
    modules,
    identify: async (credentials) => actors[credentials.bearer ?? ''] ?? identifyCitizen(credentials, db),
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
