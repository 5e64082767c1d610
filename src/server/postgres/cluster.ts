/** Creates the folder a PostgreSQL server keeps its data in, whole or not at all. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { RunAs } from './user.ts'

type Cluster = {
  /** Holds the cluster folder and, beside it, the superuser's password. */
  readonly home: string
  readonly cluster: string
  readonly runAs: RunAs
  readonly log: (line: string) => void
  /** False leaves the new files to the operating system to write when it likes. */
  readonly sync: boolean
}

/** Throws a bilingual message when the folder was written by another major version of PostgreSQL. */
export async function refuseOtherMajor(cluster: string, { major, version }: Binaries): Promise<void> {
  const written = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (written === undefined || Number.parseInt(written, 10) === major) return
  throw new Error(
    `Thư mục dữ liệu ${cluster} thuộc PostgreSQL ${written.trim()}, còn bản kèm theo là ${version}. Hãy sao lưu bằng bản cũ rồi phục hồi vào thư mục mới (xem docs/operations.md).\n` +
      `The data folder ${cluster} belongs to PostgreSQL ${written.trim()}, but the bundled one is ${version}. Back up with the old release and restore into a new folder (see docs/operations.md).`,
  )
}

/** The superuser's password; creates the cluster first when the folder has none. */
export async function createCluster(options: Cluster): Promise<string> {
  const { home, cluster } = options
  const passwordFile = join(home, 'postgres.password')
  if (existsSync(join(cluster, 'PG_VERSION'))) return (await readFile(passwordFile, 'utf8')).trim()
  options.log('Tạo cơ sở dữ liệu PostgreSQL… / Creating the PostgreSQL database…')
  const password = await keptPassword(passwordFile)
  const half = `${cluster}.${randomBytes(6).toString('hex')}.half`
  await mkdir(half, { mode: 0o700 })
  await handOver(options.runAs, half)
  try {
    await initdb(options, half, password)
    // Whoever is first wins: a folder that is not empty cannot be replaced.
    await rename(half, cluster).catch((error: unknown) => {
      if (!existsSync(join(cluster, 'PG_VERSION'))) throw error
    })
  } finally {
    await rm(half, { recursive: true, force: true })
  }
  return password
}

/** The same password for two processes that start at the same moment: the file is created by one of them only. */
async function keptPassword(file: string): Promise<string> {
  const wish = randomBytes(24).toString('base64url')
  await writeFile(file, `${wish}\n`, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(file, 'utf8')).trim()
}

async function initdb({ home, runAs, sync }: Cluster, folder: string, password: string): Promise<void> {
  const passwordForInit = join(home, `postgres.${randomBytes(6).toString('hex')}.init`)
  await writeFile(passwordForInit, password, { mode: 0o600 })
  await handOver(runAs, passwordForInit)
  const base = ['--pgdata', folder, '--username', 'postgres', '--pwfile', passwordForInit, '--encoding', 'UTF8']
  const access = ['--auth-host', 'scram-sha-256', '--auth-local', 'scram-sha-256']
  // The built-in provider knows Unicode's letters on every operating system and does not change with its libraries.
  const letters = ['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--locale', 'C']
  const quick = sync ? [] : ['--no-sync']
  try {
    const kind = process.platform === 'linux' ? ['--lc-ctype', 'C.UTF-8'] : []
    const args = [...base, ...access, ...letters, ...quick]
    const first = await run(runAs, [...args, ...kind])
    if (first.code === 0) return
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { mode: 0o700 })
    await handOver(runAs, folder)
    const second = await run(runAs, args)
    if (second.code === 0) return
    throw new Error(`Không tạo được cơ sở dữ liệu. / The database could not be created:\n${second.said.trim()}`)
  } finally {
    await rm(passwordForInit, { force: true })
  }
}

function run(runAs: RunAs, initArgs: readonly string[]): Promise<{ code: number | null; said: string }> {
  const { file, args, options } = runAs.command(runAs.binaries.initdb, initArgs)
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, said }))
  })
}

async function handOver({ owner }: RunAs, path: string): Promise<void> {
  if (owner !== undefined) await chown(path, owner, owner)
}
