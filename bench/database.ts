import { sql } from 'kysely'
import { connect, type Db } from '#server/db.ts'
import { migrate } from '#server/migrate.ts'
import { startEmbedded } from '#server/postgres/embedded.ts'

export type BenchDatabase = {
  readonly url: string
  /** As the application. */
  readonly db: Db
  /** As the owner, to fill tables. */
  readonly owner: Db
  stop(): Promise<void>
}

/** A migrated database of its own: a throw-away embedded server, or a new database on that of `BENCH_DATABASE_URL`. */
export async function benchDatabase(log: (line: string) => void): Promise<BenchDatabase> {
  const given = process.env.BENCH_DATABASE_URL
  const server = given ? null : await startEmbedded({ ephemeral: true, log: () => undefined })
  const serverUrl = given ?? server?.url ?? ''
  const name = `bench_${Date.now().toString(36)}`
  const first = connect(serverUrl, { poolSize: 1, role: null })
  const { rows } = await sql<{ version: string }>`select version()`.execute(first)
  log(rows[0]?.version ?? '')
  await sql.raw(`create database ${name}`).execute(first)
  await first.destroy()
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  await migrate(url.href)
  const db = connect(url.href, { poolSize: 10 })
  const owner = connect(url.href, { poolSize: 1, role: null })
  // One connection, so that what is set for filling holds; filling takes longer than a request may.
  await sql`set statement_timeout = 0`.execute(owner)
  return {
    url: url.href,
    db,
    owner,
    async stop() {
      await Promise.all([db.destroy(), owner.destroy()])
      await server?.stop()
    },
  }
}
