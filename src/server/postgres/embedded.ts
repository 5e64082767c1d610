/** Starts the PostgreSQL that came with npm on a data folder, and stops it: nothing else has to be installed. */
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBinaries, readyBinaries } from './binaries.ts'
import { createCluster, refuseOtherMajor } from './cluster.ts'
import { addressOf, answers, type Ownership, takeOwnership } from './ownership.ts'
import { freePort, isFree } from './port.ts'
import {
  EPHEMERAL_PREFIX,
  findPostmaster,
  launch,
  type Postmaster,
  serverSettings,
  sweepEphemeral,
} from './postmaster.ts'
import { chooseRunAs, giveTo, type RunAs } from './user.ts'

export type EmbeddedOptions = {
  /** Holds the cluster, its password and its port. Not needed when `ephemeral`. */
  readonly dataFolder?: string
  readonly log: (line: string) => void
  /** A wish: another free port is taken when this one is not. Otherwise the port of last time. */
  readonly port?: number
  /** For tests: a folder of its own below the system's temporary one, no fsync, gone when stopped. */
  readonly ephemeral?: boolean
}

export type Embedded = {
  /** The superuser's address on 127.0.0.1. */
  readonly url: string
  readonly dataFolder: string
  /** Shuts the server down; safe to call more than once. */
  stop(): Promise<void>
}

/** Crash recovery of a large folder takes this long at the very most. */
const PATIENCE_MS = 10 * 60_000
const PAUSE_MS = 40

/**
 * A running server that this process alone owns. Creates the folder when it is new, recovers it after a crash, takes
 * over a server that outlived its starter, and refuses with a bilingual message when another process owns the folder,
 * when the folder is of another major version, or when PostgreSQL cannot run here.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const ephemeral = options.ephemeral === true
  const dataFolder = ephemeral ? await ephemeralFolder() : await permanentFolder(options.dataFolder)
  const found = await readyBinaries(await findBinaries(), join(dataFolder, 'programs'))
  const runAs = await chooseRunAs(found, dataFolder)
  await mkdir(dataFolder, { recursive: true })
  const home = await realpath(dataFolder)
  const cluster = join(home, 'postgres')
  await refuseOtherMajor(cluster, found)
  const password = await createCluster({ home, cluster, runAs, log: options.log, sync: !ephemeral })
  await giveTo(runAs, cluster)

  const { postmaster, ownership } = await runServer({ ...options, ephemeral, home, cluster, password, runAs })
  let stopping: Promise<void> | undefined
  const stopOnce = async (): Promise<void> => {
    await ownership.release()
    await postmaster.stop(ephemeral ? 'immediate' : 'fast')
    if (ephemeral) await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
  return {
    url: ownership.url,
    dataFolder: home,
    stop: () => {
      stopping ??= stopOnce()
      return stopping
    },
  }
}

/**
 * The superuser's address of the server now running on the folder, whoever owns it; undefined when none answers.
 * For commands that work beside a running platform.
 */
export async function runningEmbedded(dataFolder: string): Promise<string | undefined> {
  const cluster = await realpath(join(dataFolder, 'postgres')).catch(() => undefined)
  const password = (await readFile(join(dataFolder, 'postgres.password'), 'utf8').catch(() => '')).trim()
  if (cluster === undefined || password === '') return undefined
  const postmaster = await findPostmaster(cluster, await findBinaries())
  if (postmaster === undefined) return undefined
  return (await answers(postmaster.port, password, cluster)) ? addressOf(postmaster.port, password) : undefined
}

type Running = { readonly postmaster: Postmaster; readonly ownership: Ownership }
type Start = {
  readonly home: string
  readonly cluster: string
  readonly password: string
  readonly runAs: RunAs
  readonly ephemeral: boolean
  readonly log: (line: string) => void
  readonly port?: number
}

/** Uses the server already running on the folder, or starts one; returns when it answers and is owned. */
async function runServer(start: Start): Promise<Running> {
  const deadline = Date.now() + PATIENCE_MS
  for (let attempt = 0; Date.now() < deadline; attempt += 1) {
    const alive = await findPostmaster(start.cluster, start.runAs.binaries)
    const postmaster = alive ?? (await launchOnFreePort(start, attempt))
    const ownership = await waitUntilOwned(start, postmaster, deadline)
    if (ownership !== 'gone') {
      if (alive !== undefined)
        start.log('Tiếp quản PostgreSQL đang chạy từ lần trước. / Took over the PostgreSQL still running.')
      await writeFile(join(start.home, 'postgres.port'), `${postmaster.port}\n`)
      return { postmaster, ownership }
    }
    // It left before it answered: it was shutting down, lost a race for the folder or the port, or cannot start at all.
    if (attempt >= 4) break
  }
  const logged = await readFile(join(start.home, 'postgres.log'), 'utf8').catch(() => '')
  throw new Error(
    `PostgreSQL không khởi động được. Xem ${join(start.home, 'postgres.log')}. / PostgreSQL did not start:\n${logged.trim().split('\n').slice(-8).join('\n')}`,
  )
}

async function launchOnFreePort(start: Start, attempt: number): Promise<Postmaster> {
  const remembered = Number.parseInt(await readFile(join(start.home, 'postgres.port'), 'utf8').catch(() => ''), 10)
  const wish = start.port ?? remembered
  const port = attempt < 2 && wish > 0 && (await isFree(wish)) ? wish : await freePort()
  const settings = serverSettings(port, start.ephemeral)
  return launch({ cluster: start.cluster, home: start.home, runAs: start.runAs, port, settings })
}

async function waitUntilOwned(start: Start, postmaster: Postmaster, deadline: number): Promise<Ownership | 'gone'> {
  const said = Date.now() + 5_000
  let told = false
  while (Date.now() < deadline && postmaster.alive()) {
    const { port } = postmaster
    const taken = await takeOwnership({ port, password: start.password, cluster: start.cluster, log: start.log })
    if (typeof taken !== 'string') return taken
    if (taken === 'foreign') return 'gone'
    if (!told && Date.now() > said) {
      told = true
      start.log('PostgreSQL đang phục hồi dữ liệu… / PostgreSQL is recovering its data…')
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return 'gone'
}

async function permanentFolder(dataFolder: string | undefined): Promise<string> {
  if (dataFolder === undefined) throw new Error('startEmbedded needs a dataFolder unless it is ephemeral')
  return dataFolder
}

/** A fresh folder named after this process, so that a later run can tell whose it was and clear it away. */
async function ephemeralFolder(): Promise<string> {
  await sweepEphemeral(tmpdir())
  const folder = await mkdtemp(join(tmpdir(), `${EPHEMERAL_PREFIX}${process.pid}-`))
  await chmod(folder, 0o755)
  return folder
}
