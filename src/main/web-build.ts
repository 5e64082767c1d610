import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const OUTPUT = join(ROOT, 'build/web')
const STAMP = join(ROOT, 'build/web.stamp')

/** The folder of the built web pages, built first when their sources have changed since. */
export async function builtWeb(log: (line: string) => void): Promise<string> {
  const stamp = await stampOfSources()
  const built = await readFile(STAMP, 'utf8').catch(() => '')
  const there = await stat(join(OUTPUT, 'index.html')).catch(() => null)
  if (built === stamp && there) return OUTPUT
  log('Đang dựng giao diện web… / Building the web pages…')
  const { build } = await import('vite')
  await build({ root: join(ROOT, 'src/main/web'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error' })
  await mkdir(join(ROOT, 'build'), { recursive: true })
  await writeFile(STAMP, stamp)
  return OUTPUT
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
  for (const file of ['package-lock.json', 'vite.config.ts'])
    hash.update(await readFile(join(ROOT, file)).catch(() => ''))
  return hash.digest('hex')
}
