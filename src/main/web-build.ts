import { createHash } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const BUILDS = join(ROOT, 'build/web')
/** Earlier builds that stay, for pages still open in browsers and processes still serving them. */
const KEPT = 3

/**
 * The folder of the web pages built from the sources as they are; built first when there is none. Each build has a folder
 * of its own, so that a process that serves an earlier one is not left without its files.
 */
export async function builtWeb(log: (line: string) => void): Promise<string> {
  const folder = join(BUILDS, (await stampOfSources()).slice(0, 16))
  if (await stat(join(folder, DONE)).catch(() => null)) return folder
  log('Đang dựng giao diện web… / Building the web pages…')
  const { build } = await import('vite')
  // Another process may be building the same: each builds aside, and whoever is first puts its own in place.
  const aside = `${folder}.${process.pid}`
  await asInProduction(() =>
    build({
      root: join(ROOT, 'src/main/web'),
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: aside, emptyOutDir: true },
    }),
  )
  await writeFile(join(aside, DONE), '')
  await rename(aside, folder).catch(() => rm(aside, { recursive: true, force: true }))
  await removeOldBuilds()
  return folder
}

const DONE = '.done'

/** Whoever starts the build (a test runner too), the pages are those of an installation. */
async function asInProduction(act: () => Promise<unknown>): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await act()
  } finally {
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  }
}

async function removeOldBuilds(): Promise<void> {
  const names = await readdir(BUILDS)
  const aged = await Promise.all(
    names.map(async (name) => ({ name, age: (await stat(join(BUILDS, name)).catch(() => null))?.mtimeMs ?? 0 })),
  )
  const old = aged.toSorted((a, b) => b.age - a.age).slice(KEPT)
  for (const { name } of old) await rm(join(BUILDS, name), { recursive: true, force: true })
}

/** A hash over name, size and time of every source the pages are made of. */
async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256')
  const folders = ['src/kernel', 'src/ui', 'src/main/web', 'src/modules']
  for (const folder of folders) {
    const entries = await readdir(join(ROOT, folder), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    for (const file of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
      const { size, mtimeMs } = await stat(file)
      hash.update(`${file} ${size} ${mtimeMs}\n`)
    }
  }
  for (const file of ['package-lock.json', 'vite.config.ts', 'src/main/shell-worker-plugin.ts'])
    hash.update(await readFile(join(ROOT, file)).catch(() => ''))
  return hash.digest('hex')
}
