import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** The line of `postmaster.pid` that holds the port, from 0 (PostgreSQL's own format, unchanged since 9.1). */
const PORT_LINE = 3

/** The superuser's address of the embedded server another process runs on this folder; null when none answers. */
export async function runningServer(dataFolder: string): Promise<string | null> {
  try {
    const lines = (await readFile(join(dataFolder, 'postgres/postmaster.pid'), 'utf8')).split('\n')
    const password = (await readFile(join(dataFolder, 'postgres.password'), 'utf8')).trim()
    const url = `postgres://postgres:${password}@127.0.0.1:${Number(lines[PORT_LINE])}/postgres`
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
    client.on('error', () => undefined)
    await client.connect()
    await client.end()
    return url
  } catch {
    return null
  }
}
