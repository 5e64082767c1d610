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
  /** A kept database that was there already. */
  readonly kept: boolean
  stop(): Promise<void>
}

/**
 * A migrated database of its own: a throw-away embedded server, a new database on that of `BENCH_DATABASE_URL`, or one kept in a folder,
 * whose server writes as safely as that of an installation.
 */
export async function benchDatabase(log: (line: string) => void, folder: string | null = null): Promise<BenchDatabase> {
  const given = folder === null ? process.env.BENCH_DATABASE_URL : undefined
  const server = given
    ? null
    : await startEmbedded(folder === null ? { ephemeral: true, log: () => undefined } : { dataFolder: folder, log })
  const serverUrl = given ?? server?.url ?? ''
  const name = folder === null ? `bench_${Date.now().toString(36)}` : 'bench'
  const first = connect(serverUrl, { poolSize: 1, role: null })
  const { rows } = await sql<{ version: string; kept: boolean }>`
    select version(), exists (select from pg_database where datname = ${name}) as kept`.execute(first)
  log(rows[0]?.version ?? '')
  const kept = rows[0]?.kept ?? false
  if (!kept) await sql.raw(`create database ${name}`).execute(first)
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
    kept,
    async stop() {
      await Promise.all([db.destroy(), owner.destroy()])
      await server?.stop()
    },
  }
}

const QUICK = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' }

/** Fills the database without safety, which comes back with all that was written put on the disk. */
export async function unsafely(owner: Db, fill: () => Promise<void>): Promise<void> {
  for (const [name, value] of Object.entries(QUICK)) await sql.raw(`alter system set ${name} = ${value}`).execute(owner)
  await sql`select pg_reload_conf()`.execute(owner)
  await fill()
  for (const name of Object.keys(QUICK)) await sql.raw(`alter system reset ${name}`).execute(owner)
  await sql`select pg_reload_conf()`.execute(owner)
  await sql`checkpoint`.execute(owner)
}
