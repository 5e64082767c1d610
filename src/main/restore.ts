/** Brings a backup back into an empty database, and proves that what stands there is what was backed up. */
import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'
import { connectAlone } from '#server/db.ts'
import { findMigrations, migrate } from '#server/migrate.ts'
import {
  type BackupHeader,
  copyOut,
  countLines,
  END_MARK,
  HEADER_MARK,
  type Keys,
  TABLE_MARK,
  type TableSum,
} from './backup.ts'
import { readBackupFile } from './backup-file.ts'
import { readScript, type ScriptReader } from './backup-script.ts'
import { findMigrated, findTables, settle, type Table } from './backup-tables.ts'

export type RestoreSummary = {
  readonly tables: number
  readonly rows: number
  readonly at: string
  readonly release: string
  /** The keys of the installation the backup was made of; none when the file has no passphrase. */
  readonly keys: Keys
}

type Options = { readonly ownerUrl: string; readonly file: string; readonly passphrase?: string | undefined }

/**
 * Migrates the empty database of an owner's URL to where the backup was, loads every table in one transaction, reads
 * each back and compares row count and checksum, then migrates to this release. Throws a bilingual message, with the
 * database as empty as before, when anything differs.
 */
export async function restore({ ownerUrl, file, passphrase }: Options): Promise<RestoreSummary> {
  const header = await readHeader(file, passphrase)
  await refuseForeignMigrations(header)
  const client = connectAlone(ownerUrl, null)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await refuseUsed(client)
    await migrate(ownerUrl, header.migrations.at(-1))
    await settle(client)
    await client.query('begin')
    const sums = await load(client, file, passphrase, header)
    await client.query('commit')
    await migrate(ownerUrl)
    await client.query('analyze')
    const rows = sums.reduce((sum, each) => sum + each.rows, 0)
    return { tables: sums.length, rows, at: header.at, release: header.release, keys: header.keys ?? {} }
  } finally {
    await client.end()
  }
}

async function readHeader(file: string, passphrase: string | undefined): Promise<BackupHeader> {
  const source = readBackupFile(file, passphrase)
  try {
    const first = await readScript(source).line()
    if (first?.startsWith(HEADER_MARK) !== true) throw notABackup()
    return JSON.parse(first.slice(HEADER_MARK.length)) as BackupHeader
  } finally {
    await source.return(undefined)
  }
}

/** An older release's backup is loaded into its own schema and brought up afterwards; a newer one's cannot be. */
async function refuseForeignMigrations({ migrations, release, format }: BackupHeader): Promise<void> {
  const known = Object.keys(await findMigrations())
  const isBeginning = migrations.every((name, place) => known[place] === name)
  if (format === 1 && isBeginning) return
  throw new Error(
    `Bản sao lưu do phiên bản khác (${release}) tạo ra: hãy phục hồi bằng phiên bản đó hoặc mới hơn.\n` +
      `The backup was made by another release (${release}): restore it with that one or a later one.`,
  )
}

/** Everything anyone does leaves a row in the log: a database without any has not been worked in. */
async function refuseUsed(client: pg.Client): Promise<void> {
  if ((await findMigrated(client)).length === 0) return
  const { rows } = await client.query<{ used: boolean }>(
    'select exists (select from platform.audit) or exists (select from platform.event) as used',
  )
  if (rows[0]?.used !== true) return
  throw new Error(
    'Cơ sở dữ liệu đích đã có dữ liệu: chỉ phục hồi vào cơ sở dữ liệu trống.\n' +
      'The target database is in use: a backup is restored into an empty one only.',
  )
}

async function load(
  client: pg.Client,
  file: string,
  passphrase: string | undefined,
  header: BackupHeader,
): Promise<TableSum[]> {
  const tables = new Map((await findTables(client)).map((table) => [table.name, table]))
  const missing = header.tables.filter((name) => !tables.has(name))
  if (missing.length > 0 || tables.size !== header.tables.length) throw notABackup()
  const all = [...tables.values()].map(({ quoted }) => quoted)
  await client.query(`truncate ${all.join(', ')}`)
  // Triggers have done their work once already, before the backup.
  for (const quoted of all) await client.query(`alter table ${quoted} disable trigger user`)
  const source = readBackupFile(file, passphrase)
  const sums = await loadScript(client, readScript(source), tables)
  if (sums.length !== tables.size) throw notABackup()
  // References that are looked at only at the end of a transaction are looked at now.
  await client.query('set constraints all immediate')
  for (const quoted of all) await client.query(`alter table ${quoted} enable trigger user`)
  for (const sum of sums) await verify(client, sum, tables)
  return sums
}

async function loadScript(
  client: pg.Client,
  script: ScriptReader,
  tables: ReadonlyMap<string, Table>,
): Promise<TableSum[]> {
  const byTarget = new Map([...tables.values()].map((table) => [`copy ${table.target} from stdin;`, table]))
  const sums: TableSum[] = []
  let ended = false
  for (let line = await script.line(); line !== undefined; line = await script.line()) {
    if (line.startsWith('copy ')) {
      const table = byTarget.get(line)
      if (table === undefined) throw notABackup()
      sums.push(await loadTable(client, script, table))
    } else if (/^select pg_catalog[.]setval\('[^']+', \d+, (?:true|false)\);$/.test(line)) await client.query(line)
    ended = line.startsWith(END_MARK)
  }
  if (!ended) throw new Error('Tệp sao lưu bị cắt ngang. / The backup file ends too early.')
  return sums
}

/** Loads the rows of one table; throws when they are not those that were counted and summed at backup. */
async function loadTable(client: pg.Client, script: ScriptReader, { name, target }: Table): Promise<TableSum> {
  const hash = createHash('sha256')
  let rows = 0
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of script.rows()) {
      hash.update(chunk)
      rows += countLines(chunk)
      yield chunk
    }
  }
  await pipeline(counted, client.query(from(`copy ${target} from stdin`)))
  const found: TableSum = { table: name, rows, sha256: hash.digest('hex') }
  const line = await script.line()
  if (line !== `${TABLE_MARK}${JSON.stringify(found)}`) throw differs(name)
  return found
}

async function verify(client: pg.Client, sum: TableSum, tables: ReadonlyMap<string, Table>): Promise<void> {
  const table = tables.get(sum.table)
  if (table === undefined) throw notABackup()
  const hash = createHash('sha256')
  let rows = 0
  for await (const chunk of copyOut(client, table)) {
    hash.update(chunk)
    rows += countLines(chunk)
  }
  if (rows !== sum.rows || hash.digest('hex') !== sum.sha256) throw differs(sum.table)
}

function differs(table: string): Error {
  return new Error(
    `Bảng ${table} sau khi phục hồi khác với bản sao lưu; không thay đổi nào được giữ lại.\n` +
      `The table ${table} differs from the backup after loading; nothing was kept.`,
  )
}

function notABackup(): Error {
  return new Error('Tệp sao lưu không đúng với phiên bản này. / The backup file does not fit this release.')
}
