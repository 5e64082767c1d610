import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'

export type ScheduleRow = {
  name: string
  everySeconds: number
  nextAt: Date
  lastAt: Date | null
  lastMs: number | null
  lastError: string | null
}

export type DatabaseState = { version: string; bytes: number; connections: number; startedAt: Date }

/** What the database server says of itself; sizes in bytes. */
export async function databaseState(tx: Tx): Promise<DatabaseState> {
  const { rows } = await sql<DatabaseState>`
    select current_setting('server_version') as version, pg_database_size(current_database()) as bytes,
      (select count(*) from pg_stat_activity where datname = current_database()) as connections,
      pg_postmaster_start_time() as started_at`.execute(tx)
  const [state] = rows
  if (!state) throw new Error('The database does not answer about itself.')
  return state
}

/** How many migrations have run, and the last one's name. */
export async function migrationState(tx: Tx): Promise<{ count: number; last: string | null }> {
  const { rows } = await sql<{ count: number; last: string | null }>`
    select count(*) as count, max(name) as last from haidang_migration.kysely_migration`.execute(tx)
  return rows[0] ?? { count: 0, last: null }
}

/** Every schedule this installation has ever booked, by name. */
export async function listSchedules(tx: Tx): Promise<ScheduleRow[]> {
  const { rows } = await sql<ScheduleRow>`
    select name, every_seconds, next_at, last_at, last_ms, last_error from platform.schedule order by name`.execute(tx)
  return rows
}
