/** Writes a whole platform into one file, while it runs: all tables as they are at one moment. */
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { to } from 'pg-copy-streams'
import { connectAlone } from '#server/db.ts'
import { writeBackupFile } from './backup-file.ts'
import { findMigrated, findSequences, findTables, SETTINGS, settle, type Table } from './backup-tables.ts'
import { VERSION } from './version.ts'

/** What the key files of the data folder hold, by name: `secret.key`. */
export type Keys = Readonly<Record<string, string>>

export type BackupHeader = {
  readonly format: 1
  readonly release: string
  readonly at: string
  readonly server: string
  readonly migrations: readonly string[]
  readonly tables: readonly string[]
  /** The installation's keys by file name, without which sealed fields cannot be read. Only in a file with a passphrase. */
  readonly keys?: Keys
}

/** Follows the rows of a table in the file. */
export type TableSum = { readonly table: string; readonly rows: number; readonly sha256: string }

export type BackupSummary = {
  readonly file: string
  readonly bytes: number
  readonly tables: number
  readonly rows: number
}

export const HEADER_MARK = '-- haidang backup '
export const TABLE_MARK = '-- table '
export const END_MARK = '-- end '
const NEWLINE = 10

export type BackupOptions = {
  readonly ownerUrl: string
  readonly file: string
  readonly passphrase?: string | undefined
  /** Kept in the file when it has a passphrase. */
  readonly keys?: Keys
}

/**
 * The backup of the database of an owner's URL, as one file: every durable table with row count and checksum, the
 * sequences and the list of migrations, all from one snapshot. Unpacked, the file is a script that psql can load.
 */
export async function backup({ ownerUrl, file, passphrase, keys }: BackupOptions): Promise<BackupSummary> {
  const client = connectAlone(ownerUrl, null)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await settle(client)
    await client.query('begin isolation level repeatable read read only')
    const tables = await findTables(client)
    const sums: TableSum[] = []
    const bytes = await writeBackupFile(
      file,
      script(client, tables, sums, passphrase === undefined ? undefined : keys),
      passphrase,
    )
    await client.query('commit')
    return { file, bytes, tables: sums.length, rows: sums.reduce((sum, { rows }) => sum + rows, 0) }
  } finally {
    await client.end()
  }
}

async function* script(
  client: pg.Client,
  tables: readonly Table[],
  sums: TableSum[],
  keys: Keys | undefined,
): AsyncGenerator<Buffer> {
  const migrations = await findMigrated(client)
  if (migrations.length === 0)
    throw new Error('Cơ sở dữ liệu chưa có gì để sao lưu. / The database holds nothing to back up.')
  const server = await client.query<{ server_version: string }>('show server_version')
  const header: BackupHeader = {
    format: 1,
    release: VERSION,
    at: new Date().toISOString(),
    server: server.rows[0]?.server_version ?? '',
    migrations,
    tables: tables.map(({ name }) => name),
    ...(keys === undefined ? {} : { keys }),
  }
  yield line(`${HEADER_MARK}${JSON.stringify(header)}`)
  yield line(
    '-- To load it by hand: migrate an empty database to this release, truncate its tables, then psql < this file.',
  )
  yield line('begin;')
  for (const setting of SETTINGS) yield line(`${setting};`)
  yield line('set session_replication_role = replica;')
  for (const table of tables) {
    yield line(`copy ${table.target} from stdin;`)
    const hash = createHash('sha256')
    let rows = 0
    for await (const chunk of copyOut(client, table)) {
      hash.update(chunk)
      rows += countLines(chunk)
      yield chunk
    }
    const sum = { table: table.name, rows, sha256: hash.digest('hex') }
    sums.push(sum)
    yield line('\\.')
    yield line(`${TABLE_MARK}${JSON.stringify(sum)}`)
  }
  for (const statement of await findSequences(client)) yield line(statement)
  yield line('commit;')
  yield line(`${END_MARK}${JSON.stringify({ tables: sums.length })}`)
}

/** The rows of a table as COPY writes them: one line each. */
export function copyOut(client: pg.Client, { target }: Table): AsyncIterable<Buffer> {
  return client.query(to(`copy ${target} to stdout`))
}

/** A line break inside a value is written `\n`, so every real one ends a row. */
export function countLines(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) count += 1
  return count
}

function line(text: string): Buffer {
  return Buffer.from(`${text}\n`)
}
