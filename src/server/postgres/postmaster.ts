/** The server process: starting it, finding one that already runs on a folder, and ending it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Binaries, findBinaries } from './binaries.ts'
import type { RunAs } from './user.ts'

export type Postmaster = {
  readonly pid: number
  readonly port: number
  alive(): boolean
  /** 'fast' ends sessions and writes a checkpoint; 'immediate' just ends (the next start recovers). */
  stop(manner: 'fast' | 'immediate'): Promise<void>
}

export const EPHEMERAL_PREFIX = 'haidang-postgres-'

const LOG_LIMIT_BYTES = 10 * 1024 * 1024
const STOP_PATIENCE_MS = 60_000

/** The settings of a server for one small machine; an ephemeral one gives up safety for speed. */
export function serverSettings(port: number, ephemeral: boolean): Readonly<Record<string, string>> {
  return {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: ephemeral ? '200' : '100',
    shared_buffers: '128MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: '1.1',
    max_wal_size: '1GB',
    // Queries here are short: compiling them costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    ...(ephemeral ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', io_method: 'sync' } : {}),
  }
}

type Launch = {
  readonly cluster: string
  readonly home: string
  readonly runAs: RunAs
  readonly port: number
  readonly settings: Readonly<Record<string, string>>
}

/** A server just started. It outlives a killed starter, and a Ctrl-C in the terminal reaches only the starter. */
export function launch({ cluster, home, runAs, port, settings }: Launch): Postmaster {
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const { file, args, options } = runAs.command(runAs.binaries.postgres, ['-D', cluster, ...flags])
  const logFile = join(home, 'postgres.log')
  if (sizeOf(logFile) > LOG_LIMIT_BYTES) rmSync(logFile, { force: true })
  const log = openSync(logFile, 'a')
  const child = spawn(file, args, {
    ...options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  closeSync(log)
  child.unref()
  const gone = endOf(child)
  const pid = child.pid ?? 0
  return {
    pid,
    port,
    alive: () => !gone.already,
    stop: (manner) => stopServer({ pid, cluster, binaries: runAs.binaries, alive: () => !gone.already }, manner),
  }
}

/** The server running on this folder, if any. Clears away the trace of a dead one whose number somebody else got. */
export async function findPostmaster(cluster: string, binaries: Binaries): Promise<Postmaster | undefined> {
  const file = join(cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!(pid > 0)) return undefined
  if (!isServerOn(pid, cluster)) {
    await rm(file, { force: true })
    return undefined
  }
  const alive = (): boolean => isServerOn(pid, cluster)
  return { pid, port, alive, stop: (manner) => stopServer({ pid, cluster, binaries, alive }, manner) }
}

/** Ends servers and removes folders that test runs left behind because they were killed. */
export async function sweepEphemeral(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(EPHEMERAL_PREFIX)) continue
    const starter = Number(name.slice(EPHEMERAL_PREFIX.length).split('-')[0])
    if (!(starter > 0) || exists(starter)) continue
    const home = join(folder, name)
    const left = await findPostmaster(join(home, 'postgres'), await findBinaries())
    await left?.stop('immediate')
    await rm(home, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

type Target = { pid: number; cluster: string; binaries: Binaries; alive: () => boolean }

async function stopServer({ pid, cluster, binaries, alive }: Target, manner: 'fast' | 'immediate'): Promise<void> {
  if (!alive()) return
  if (process.platform === 'win32') spawnSync(binaries.pgCtl, ['stop', '-D', cluster, '-m', manner, '-W'])
  else signal(pid, manner === 'fast' ? 'SIGINT' : 'SIGQUIT')
  const until = Date.now() + STOP_PATIENCE_MS
  while (alive() && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 15))
  if (alive() && manner === 'fast') await stopServer({ pid, cluster, binaries, alive }, 'immediate')
}

/** Whether that process is a PostgreSQL server on this folder, and not a stranger who got the number of a dead one. */
function isServerOn(pid: number, cluster: string): boolean {
  if (!exists(pid)) return false
  const line = commandLine(pid)
  return line === undefined || line.includes(cluster)
}

/** The command line, which everyone may read; undefined where the system does not tell. */
function commandLine(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function endOf(child: ChildProcess): { already: boolean } {
  const end = { already: false }
  const mark = (): void => {
    end.already = true
  }
  child.once('error', mark)
  child.once('exit', mark)
  return end
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
