/** Decides as whom PostgreSQL runs: it refuses root, and bare machines and containers have nobody else. */
import { type SpawnOptions, spawnSync } from 'node:child_process'
import { chmod, lchown, mkdir, readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Binaries, copyBinaries } from './binaries.ts'

/** How a PostgreSQL program is started, and who owns the files it writes. */
export type RunAs = {
  readonly owner: number | undefined
  readonly binaries: Binaries
  command(program: string, args: readonly string[]): { file: string; args: string[]; options: SpawnOptions }
}

/** The account every Unix has for programs that own nothing. */
const NOBODY = 65534
/** Where everyone may read, when neither the data nor the installed programs can be reached by nobody. */
const PROGRAMS_FOR_ALL = '/var/lib/haidang/programs'

/**
 * The way to run PostgreSQL here. As oneself when not root. As root, the first that works of: the account `nobody`;
 * a user namespace in which root is called nobody (folders such as /root admit nobody else); `nobody` with a copy of
 * the programs beside the data; `nobody` with the right to pass closed folders, and a copy where all may read. Throws a message that says what to do.
 */
export async function chooseRunAs(binaries: Binaries, dataFolder: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return asOneself(binaries)
  await openToPassThrough(dataFolder)
  const dataReachable = canReach(asNobody(binaries), dataFolder)
  if (dataReachable && canRun(asNobody(binaries))) return asNobody(binaries)
  if (canRun(inNamespace(binaries))) return inNamespace(binaries)
  if (dataReachable) {
    const copy = asNobody(await copyBinaries(binaries, join(dataFolder, 'programs')))
    if (canRun(copy)) return copy
  }
  const passing = withPassage(await copyBinaries(binaries, PROGRAMS_FOR_ALL))
  if (canRun(passing)) return passing
  throw new Error(
    `PostgreSQL không chạy được bằng quyền root và tài khoản nobody không vào được ${resolve(dataFolder)}. Hãy chạy bằng một tài khoản thường, hoặc đặt thư mục ở nơi khác, hoặc đặt DATABASE_URL.\n` +
      `PostgreSQL does not run as root, and the account nobody cannot enter ${resolve(dataFolder)}. Run as an ordinary user, keep the folder elsewhere, or set DATABASE_URL.`,
  )
}

/** Gives a folder and all in it to the account PostgreSQL runs as; does nothing when that is already so. */
export async function giveTo(runAs: RunAs, path: string): Promise<void> {
  const { owner } = runAs
  if (owner === undefined || (await stat(path)).uid === owner) return
  const below = await readdir(path, { recursive: true })
  for (const entry of below) await lchown(join(path, entry), owner, owner)
  await lchown(path, owner, owner)
}

function asOneself(binaries: Binaries): RunAs {
  return { owner: undefined, binaries, command: (file, args) => ({ file, args: [...args], options: {} }) }
}

function asNobody(binaries: Binaries): RunAs {
  return {
    owner: NOBODY,
    binaries,
    command: (file, args) => ({ file, args: [...args], options: { uid: NOBODY, gid: NOBODY } }),
  }
}

/** Inside, root is called nobody; outside, files stay root's. The name must be one that /etc/passwd knows. */
function inNamespace(binaries: Binaries): RunAs {
  return {
    owner: 0,
    binaries,
    command: (file, args) => ({
      file: 'unshare',
      args: ['--user', `--map-user=${NOBODY}`, '--', file, ...args],
      options: {},
    }),
  }
}

/** Containers that forbid namespaces mostly allow this. The programs must be readable by all: they ask access(2). */
function withPassage(binaries: Binaries): RunAs {
  const flags = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']
  const passage = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return {
    owner: NOBODY,
    binaries,
    command: (file, args) => ({ file: 'setpriv', args: [...flags, ...passage, file, ...args], options: {} }),
  }
}

/** Whether the program starts this way: it can be reached, and the system allows the change of user. */
function canRun(runAs: RunAs): boolean {
  const { file, args, options } = runAs.command(runAs.binaries.postgres, ['--version'])
  const { status } = spawnSync(file, args, { ...options, stdio: 'ignore', timeout: 10_000 })
  return status === 0
}

function canReach(runAs: RunAs, folder: string): boolean {
  const { file, args, options } = runAs.command('/bin/sh', ['-c', 'cd "$0"', folder])
  return spawnSync(file, args, { ...options, cwd: '/', stdio: 'ignore', timeout: 10_000 }).status === 0
}

/** Makes the data folder when missing, passable for the account PostgreSQL runs as whatever the umask is. */
async function openToPassThrough(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true })
  if (made === undefined) return
  const first = resolve(made)
  for (let step = resolve(folder); step.startsWith(first); step = dirname(step)) await chmod(step, 0o755)
}
