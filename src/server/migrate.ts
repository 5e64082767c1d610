import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { APP_ROLE, connect, type Db } from './db.ts'

/** The folders that hold migrations: the server's own and each module's. */
export async function migrationFolders(source = join(import.meta.dirname, '..')): Promise<string[]> {
  const modules = join(source, 'modules')
  const names = (await readdir(modules, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  return [join(source, 'server/migrations'), ...names.map(({ name }) => join(modules, name, 'migrations'))]
}

/** Every migration by name, in the order in which they run. */
export async function findMigrations(): Promise<Record<string, Migration>> {
  const found: Record<string, Migration> = {}
  for (const folder of await migrationFolders()) {
    const files = await readdir(folder).catch(() => [])
    for (const file of files.filter((name) => name.endsWith('.sql'))) {
      const text = await readFile(join(folder, file), 'utf8')
      found[file.replace('.sql', '')] = { up: async (db) => void (await sql.raw(text).execute(db)) }
    }
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/**
 * Brings the database of an owner's URL up to this version and gives the application role its rights.
 * Safe to run from several processes at once (advisory lock); a failed batch leaves nothing behind.
 * Returns the names that ran. `upTo` stops after that migration: a backup is loaded into the schema it was made from.
 */
export async function migrate(ownerUrl: string, upTo?: string): Promise<string[]> {
  const db = connect(ownerUrl, { poolSize: 2, role: null, applicationName: 'haidang-migrate' })
  try {
    await prepare(db)
    const migrator = new Migrator({
      db,
      provider: { getMigrations: findMigrations },
      migrationTableSchema: 'haidang_migration',
      allowUnorderedMigrations: true,
    })
    const { error, results } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo))
    if (error) throw error
    await grantRights(db)
    return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName)
  } finally {
    await db.destroy()
  }
}

/** The application role and the right of whoever signs in to take it. */
async function prepare(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7264100)`.execute(tx)
    await sql
      .raw(
        `do $$ begin
           if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
             create role ${APP_ROLE} nologin nosuperuser nocreatedb nocreaterole nobypassrls;
           end if;
           -- From PostgreSQL 16 on, whoever creates a role is its member, but may not take it before granting that too.
           if not pg_has_role(current_user, '${APP_ROLE}',
             case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end) then
             execute format('grant ${APP_ROLE} to %I', current_user);
           end if;
         end $$`,
      )
      .execute(tx)
  })
}

/** Reading and writing on every table of every schema of ours; never altering. */
async function grantRights(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'haidang_migration')
      and pg_has_role(current_user, nspowner, 'usage')`.execute(db)
  for (const { name } of rows) {
    const schema = sql.id(name)
    const role = sql.id(APP_ROLE)
    await sql`grant usage on schema ${schema} to ${role}`.execute(db)
    await sql`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`.execute(db)
    await sql`grant usage, select on all sequences in schema ${schema} to ${role}`.execute(db)
    await sql`grant execute on all functions in schema ${schema} to ${role}`.execute(db)
  }
  // The log is added to and read, never changed.
  await sql`revoke update, delete on platform.audit, platform.event from ${sql.id(APP_ROLE)}`.execute(db)
  await sql`grant usage on schema haidang_migration to ${sql.id(APP_ROLE)}`.execute(db)
  await sql`grant select on all tables in schema haidang_migration to ${sql.id(APP_ROLE)}`.execute(db)
}
