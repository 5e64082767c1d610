/** What a backup holds: every durable table of the platform's schemas, in an order in which references are met. */
import type pg from 'pg'

export type Table = {
  /** `organisation.unit` */
  readonly name: string
  /** Quoted, with its columns: `"organisation"."unit" ("id", "code")`. Columns the database works out are left out. */
  readonly target: string
  readonly quoted: string
}

export const MIGRATION_SCHEMA = 'haidang_migration'

/** Text that is the same for the same rows, whatever the server's settings are. */
export const SETTINGS = [
  `set timezone = 'UTC'`,
  `set datestyle = 'ISO, YMD'`,
  `set intervalstyle = 'postgres'`,
  `set extra_float_digits = 1`,
  `set bytea_output = 'hex'`,
  `set client_encoding = 'UTF8'`,
  // Rows come in the order in which they lie, so that the same rows make the same checksum.
  `set synchronize_seqscans = off`,
  `set statement_timeout = 0`,
  `set idle_in_transaction_session_timeout = 0`,
  // Rather an error than rows left out in silence.
  `set row_security = off`,
] as const

const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', '${MIGRATION_SCHEMA}')`

/** Sets a connection up so that it reads and writes backups the same way everywhere. */
export async function settle(client: pg.Client): Promise<void> {
  for (const setting of SETTINGS) await client.query(setting)
}

/** The tables, those that are referred to first; throws when two refer to each other. */
export async function findTables(client: pg.Client): Promise<Table[]> {
  const tables = await client.query<{ oid: string; name: string; quoted: string; columns: string }>(`
    select c.oid::text as oid, n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as quoted,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and ${OURS}
    order by 2`)
  const references = await client.query<{ from: string; to: string }>(`
    select conrelid::text as from, confrelid::text as to from (
      select conrelid::oid, confrelid::oid from pg_constraint where contype = 'f' and conrelid <> confrelid) as f`)
  const rest = new Map(tables.rows.map((row) => [row.oid, row]))
  const ordered: Table[] = []
  while (rest.size > 0) {
    const free = [...rest.values()].filter(
      ({ oid }) => !references.rows.some(({ from, to }) => from === oid && rest.has(to)),
    )
    if (free.length === 0)
      throw new Error(`tables refer to each other: ${[...rest.values()].map(({ name }) => name).join(', ')}`)
    for (const { oid, name, quoted, columns } of free) {
      rest.delete(oid)
      ordered.push({ name, quoted, target: `${quoted} (${columns})` })
    }
  }
  return ordered
}

/** Statements that set each sequence to where it stands. */
export async function findSequences(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ quoted: string }>(`
    select format('%I.%I', n.nspname, c.relname) as quoted
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and c.relpersistence = 'p' and ${OURS} order by 1`)
  const statements: string[] = []
  for (const { quoted } of rows) {
    const at = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted}`,
    )
    const [place] = at.rows
    if (place !== undefined)
      statements.push(`select pg_catalog.setval('${quoted.replaceAll("'", "''")}', ${place.value}, ${place.called});`)
  }
  return statements
}

/** Names of the migrations the database has been through, in order; none for a new database. */
export async function findMigrated(client: pg.Client): Promise<string[]> {
  const there = await client.query<{ there: boolean }>(
    `select to_regclass('${MIGRATION_SCHEMA}.kysely_migration') is not null as there`,
  )
  if (there.rows[0]?.there !== true) return []
  const { rows } = await client.query<{ name: string }>(
    `select name from ${MIGRATION_SCHEMA}.kysely_migration order by name`,
  )
  return rows.map(({ name }) => name)
}
