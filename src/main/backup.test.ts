import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { connect } from '#server/db.ts'
import { findMigrations, migrate } from '#server/migrate.ts'
import { type TestDatabase, testDatabase } from '#testing/database.ts'
import { backup } from './backup.ts'
import { runBackupCommand } from './backup-command.ts'
import { readBackupFile, writeBackupFile } from './backup-file.ts'
import { readScript } from './backup-script.ts'
import { startPlatformProcess } from './platform.ts'
import { restore } from './restore.ts'

const PASSPHRASE = 'đèn biển soi đường về'
let source: TestDatabase
let folder: string
const targets: string[] = []
const owners: string[] = []
const unused: TestDatabase[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'haidang-backup-test-'))
  source = await testDatabase()
  await query(source.url, AWKWARD_ROWS)
})

afterAll(async () => {
  for (const database of [source, ...unused]) await database.close()
  for (const name of targets) await query(inject('serverUrl'), `drop database ${name} with (force)`)
  for (const name of owners) await query(inject('serverUrl'), `drop role ${name}`)
  await rm(folder, { recursive: true, force: true })
})

/** Text that breaks formats: separators, escapes, the end mark of COPY, both languages, nothing at all. */
const AWKWARD_ROWS = `
  insert into platform.fact (name, value) values
    ('tabs', to_jsonb(E'a\\tb\\nc\\\\d\\\\.'::text)), ('end mark', to_jsonb(E'\\n\\\\.\\n'::text)),
    ('marks', to_jsonb('Đặng Thị Ánh Nguyệt — 1.234,56 ₫ 🏮'::text)), ('empty', '""'), ('null', 'null');
  insert into platform.file (id, name, media_type, size, sha256, bytes, uploaded_by, uploaded_at)
    select gen_random_uuid(), E'tệp\\t' || n, 'application/pdf', 3000, 'x', decode(repeat(md5(n::text), 93), 'hex'),
      gen_random_uuid(), '2023-09-30T17:00:00.123456Z' from generate_series(1, 400) as n;
  insert into platform.audit (id, at, operation, actor_id, actor_kind, actor_name, session_id, request_id, address, outcome, target, input_hash)
    values (gen_random_uuid(), now(), 'reports.issue', null, 'system', 'Hệ thống', null, 'r-1', '', 'done', '{}', '')`

async function query<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

/** How many sessions of the database wait for a lock. */
async function waiting(url: string): Promise<number> {
  const text = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return (await query(url, text)).length
}

/** Migrated and never used: a clone is quicker than migrating again. */
async function unusedDatabase(): Promise<string> {
  const database = await testDatabase()
  unused.push(database)
  return database.url
}

/** Nothing in it at all. */
async function emptyDatabase(): Promise<string> {
  const name = `restored_${process.pid}_${randomBytes(4).toString('hex')}`
  await query(inject('serverUrl'), `create database ${name}`)
  targets.push(name)
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${name}`
  return url.href
}

/** Every row of every table of ours, by table. */
async function everything(url: string): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname !~ '^pg_|information_schema|public|haidang_migration' and tablename <> 'rate' order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await query<{ hash: string }>(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from ${name} as t`,
    )
    found[name] = row?.hash ?? ''
  }
  return found
}

test.each([
  ['plain', undefined],
  ['encrypted', PASSPHRASE],
])('a %s backup comes back row for row and the platform answers on it', async (kind, passphrase) => {
  const file = join(folder, `${kind}.backup`)
  const made = await backup({ ownerUrl: source.url, file, passphrase })
  expect(made.rows).toBeGreaterThanOrEqual(406)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const target = await unusedDatabase()
  const brought = await restore({ ownerUrl: target, file, passphrase })
  expect(brought).toMatchObject({ tables: made.tables, rows: made.rows })
  expect(await everything(target)).toEqual(await everything(source.url))
  const config = { ...readConfig({}), port: 0, logLevel: 'silent' }
  const platform = await startPlatformProcess(config, target, { serve: true, work: false, webFolder: null })
  try {
    expect((await fetch(`${platform.address}/health/ready`)).status).toBe(200)
  } finally {
    await platform.stop()
  }
})

test('a row that is committed while the backup runs is not in it: it is one moment', async () => {
  const file = join(folder, 'moment.backup')
  const before = await everything(source.url)
  const writer = new pg.Client({ connectionString: source.url })
  await writer.connect()
  await writer.query('begin; lock table platform.fact in access exclusive mode')
  await writer.query(`insert into platform.fact (name, value) values ('late', '1')`)
  const running = backup({ ownerUrl: source.url, file })
  await expect.poll(() => waiting(source.url), { timeout: 10_000 }).toBe(1)
  await writer.query('commit')
  await writer.end()
  await running
  const target = await unusedDatabase()
  await restore({ ownerUrl: target, file })
  expect(await everything(target)).toEqual(before)
  await query(source.url, `delete from platform.fact where name = 'late'`)
})

test('row security hides nothing from the backup', async () => {
  await query(
    source.url,
    `create schema hidden; create table hidden.case (unit_id uuid, note text);
     alter table hidden.case enable row level security; create policy nobody on hidden.case using (false);
     insert into hidden.case values (null, 'seen')`,
  )
  try {
    const file = join(folder, 'hidden.backup')
    await backup({ ownerUrl: source.url, file })
    const text = gunzipSync(await readFile(file)).toString()
    expect(text).toMatch(/copy hidden[.]"?case"? \(unit_id, note\) from stdin;\n\\N\tseen\n\\[.]\n/)
  } finally {
    await query(source.url, 'drop schema hidden cascade')
  }
})

test('an owner who is no superuser can migrate, run, back up and restore', async () => {
  const owner = `owner_${randomBytes(4).toString('hex')}`
  await query(inject('serverUrl'), `create role ${owner} login password 'x' createrole in role haidang_app`)
  owners.push(owner)
  const urls: URL[] = []
  for (let count = 0; count < 2; count += 1) {
    const url = new URL(await emptyDatabase())
    await query(inject('serverUrl'), `alter database ${url.pathname.slice(1)} owner to ${owner}`)
    urls.push(Object.assign(url, { username: owner, password: 'x' }))
  }
  const [one = '', other = ''] = urls.map(({ href }) => href)
  const file = join(folder, 'owner.backup')
  await migrate(one)
  await query(one, AWKWARD_ROWS)
  await backup({ ownerUrl: one, file })
  await restore({ ownerUrl: other, file })
  expect(await everything(other)).toEqual(await everything(one))
  const db = connect(other)
  expect((await sql`select current_user as role`.execute(db)).rows).toEqual([{ role: 'haidang_app' }])
  await db.destroy()
})

test('references that may wait for the end of a transaction, and triggers, do not stand in the way', async () => {
  const rules = `
    create schema rings;
    create table rings.parent (id integer primary key);
    create table rings.child (id integer primary key,
      parent_id integer references rings.parent (id) deferrable initially deferred,
      elder_id integer references rings.child (id) deferrable initially deferred);
    create function rings.refuse() returns trigger language plpgsql as $$ begin raise 'not twice'; end $$;
    create trigger refuse before insert on rings.child for each row execute function rings.refuse();`
  await query(source.url, rules)
  const target = await unusedDatabase()
  try {
    const rows = 'insert into rings.parent values (1); insert into rings.child values (1, 1, 2), (2, 1, null)'
    for (const step of ['disable', 'enable']) {
      await query(source.url, `alter table rings.child ${step} trigger user`)
      if (step === 'disable') await query(source.url, rows)
    }
    const file = join(folder, 'rings.backup')
    await backup({ ownerUrl: source.url, file })
    await query(target, rules)
    await restore({ ownerUrl: target, file })
    expect(await everything(target)).toEqual(await everything(source.url))
    await expect(query(target, 'insert into rings.child values (3, 1, null)')).rejects.toThrow(/not twice/)
  } finally {
    await query(source.url, 'drop schema rings cascade')
  }
})

test('a database in use is not overwritten', async () => {
  const file = join(folder, 'used.backup')
  await backup({ ownerUrl: source.url, file })
  const before = await everything(source.url)
  await expect(restore({ ownerUrl: source.url, file })).rejects.toThrow(/trống[^]*empty one only/)
  expect(await everything(source.url)).toEqual(before)
})

test('a changed value is noticed by its checksum and nothing is kept', async () => {
  const file = join(folder, 'changed.backup')
  await backup({ ownerUrl: source.url, file })
  const text = gunzipSync(await readFile(file)).toString()
  await writeFile(file, gzipSync(text.replace('Ánh Nguyệt', 'Anh Nguyệt')))
  const target = await unusedDatabase()
  await expect(restore({ ownerUrl: target, file })).rejects.toThrow(/platform.fact/)
  expect(await query(target, 'select * from platform.file')).toEqual([])
  await backup({ ownerUrl: source.url, file })
  await restore({ ownerUrl: target, file })
  expect(await everything(target)).toEqual(await everything(source.url))
})

test('a file cut short is refused, plain and encrypted', async () => {
  for (const passphrase of [undefined, PASSPHRASE]) {
    const file = join(folder, 'short.backup')
    await backup({ ownerUrl: source.url, file, passphrase })
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, bytes.length - 100))
    await expect(restore({ ownerUrl: await unusedDatabase(), file, passphrase })).rejects.toThrow(/damaged|too early/)
  }
})

test('an encrypted file shows nothing, needs its passphrase, and notices every changed byte', async () => {
  const file = join(folder, 'sealed.backup')
  const text = Buffer.from('x'.repeat(700_000))
  await writeBackupFile(file, one(text), PASSPHRASE)
  await expect(readAll(file, undefined)).rejects.toThrow(/BACKUP_PASSPHRASE/)
  await expect(readAll(file, 'another passphrase')).rejects.toThrow(/wrong/)
  expect(await readAll(file, PASSPHRASE)).toEqual(text)
  const bytes = await readFile(file)
  expect(bytes.includes('xxxx')).toBe(false)
  for (const place of [bytes.indexOf('\n') + 1, bytes.indexOf('\n') + 9, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ 1
    await writeFile(file, changed)
    await expect(readAll(file, PASSPHRASE)).rejects.toThrow(/damaged|wrong/)
  }
})

test('a backup of a newer release is refused, one of an older release is brought up to this one', async () => {
  const file = join(folder, 'releases.backup')
  const known = Object.keys(await findMigrations())
  const older = await emptyDatabase()
  await migrate(older, known[0])
  await query(older, `insert into platform.fact (name, value) values ('kept', '"from before"')`)
  await backup({ ownerUrl: older, file })
  const target = await emptyDatabase()
  await restore({ ownerUrl: target, file })
  expect(await query(target, `select value from platform.fact where name = 'kept'`)).toEqual([{ value: 'from before' }])
  const ran = await query<{ name: string }>(target, 'select name from haidang_migration.kysely_migration order by name')
  expect(ran.map(({ name }) => name)).toEqual(known)

  const text = gunzipSync(await readFile(file)).toString()
  await writeFile(file, gzipSync(text.replace(`"${known[0]}"`, `"${known[0]}","29990101T0000-future"`)))
  await expect(restore({ ownerUrl: await emptyDatabase(), file })).rejects.toThrow(/later one/)
})

test('any other file is refused by name', async () => {
  const file = join(folder, 'other.txt')
  await writeFile(file, 'id,name\n1,x\n')
  await expect(restore({ ownerUrl: await emptyDatabase(), file })).rejects.toThrow(/not a Hải Đăng backup/)
  await writeFile(file, gzipSync('id,name\n1,x\n'))
  await expect(restore({ ownerUrl: await emptyDatabase(), file })).rejects.toThrow(/does not fit/)
})

test('the commands pack the installation’s keys with the rows, and put them back', async () => {
  const file = join(folder, 'command.backup')
  const [here, there] = [join(folder, 'here'), join(folder, 'there')]
  const secretKey = Buffer.alloc(32, 3)
  await mkdir(here)
  await writeFile(join(here, 'other.key'), 'another key of the installation')
  const said: string[] = []
  const log = (line: string): number => said.push(line)
  const base = { ...readConfig({}), databaseUrl: source.url, migrationUrl: source.url, dataFolder: here, secretKey }
  await runBackupCommand('backup', { config: base, file, passphrase: PASSPHRASE, log })
  const target = await unusedDatabase()
  const config = { ...base, databaseUrl: target, migrationUrl: target, dataFolder: there, secretKey: undefined }
  await runBackupCommand('restore', { config, file, passphrase: PASSPHRASE, log })
  expect(await readFile(join(there, 'secret.key'), 'utf8')).toBe(secretKey.toString('base64'))
  expect(await readFile(join(there, 'other.key'), 'utf8')).toBe('another key of the installation')
  expect(said.join('\n')).toMatch(/Backed up[^]*Restored and verified/)
  await expect(runBackupCommand('backup', { config, file, passphrase: 'short', log })).rejects.toThrow(/12/)
  expect((await readdir(folder)).filter((name) => name.endsWith('.half'))).toEqual([])
})

test('rows come out of the script whole, however its bytes are cut', async () => {
  const script = 'copy a from stdin;\n1\tx\\\\.\n\\N\n\\.\n-- table {}\n'
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 60 }), async (cuts) => {
      const reader = readScript(pieces(Buffer.from(script), cuts))
      expect(await reader.line()).toBe('copy a from stdin;')
      const rows: Buffer[] = []
      for await (const chunk of reader.rows()) rows.push(chunk)
      expect(Buffer.concat(rows).toString()).toBe('1\tx\\\\.\n\\N\n')
      expect(await reader.line()).toBe('-- table {}')
      expect(await reader.line()).toBeUndefined()
    }),
  )
})

async function* one(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

async function* pieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0
  for (const cut of cuts) {
    if (at < bytes.length) yield bytes.subarray(at, at + cut)
    at += cut
  }
  if (at < bytes.length) yield bytes.subarray(at)
}

async function readAll(file: string, passphrase: string | undefined): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of readBackupFile(file, passphrase)) chunks.push(chunk)
  return Buffer.concat(chunks)
}
