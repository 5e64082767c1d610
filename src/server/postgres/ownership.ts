/** One process owns an embedded server at a time: it holds an advisory lock, which the server frees when it dies. */
import { realpath } from 'node:fs/promises'
import pg from 'pg'

export type Ownership = {
  readonly url: string
  release(): Promise<void>
}

type Attempt = {
  readonly port: number
  readonly password: string
  /** The real path of the folder the server must be running on. */
  readonly cluster: string
  readonly log: (line: string) => void
}

/** Any fixed number: the lock lives in the database `postgres` of our own server. */
const OWNER_LOCK = 7_340_021
/** A connection opened in that moment sees the lock of an owner that was killed; its session ends within this. */
const GRACE_MS = 3_000

/**
 * Owns the server on that port. 'not yet' while it does not answer; 'foreign' when it is not the server of this folder.
 * Throws a bilingual message when another living process owns it.
 */
export async function takeOwnership(attempt: Attempt): Promise<Ownership | 'not yet' | 'foreign'> {
  const url = addressOf(attempt.port, attempt.password)
  const client = newClient(url)
  try {
    await client.connect()
  } catch (error) {
    await client.end().catch(() => undefined)
    // 28P01: the password is wrong, so the server is somebody else's.
    return (error as { code?: string }).code === '28P01' ? 'foreign' : 'not yet'
  }
  try {
    if (!(await isServerOf(client, attempt.cluster))) return await endWith(client, 'foreign')
    await lockOrRefuse(client)
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
  return hold(client, url, attempt.log)
}

/** The superuser's address of an embedded server. */
export function addressOf(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}

/** Whether the server of that folder answers on that port, now. */
export async function answers(port: number, password: string, cluster: string): Promise<boolean> {
  const client = newClient(addressOf(port, password))
  try {
    await client.connect()
    return await isServerOf(client, cluster)
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function newClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    application_name: `haidang owner ${process.pid}`,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  })
  client.on('error', () => undefined)
  return client
}

async function endWith<T>(client: pg.Client, answer: T): Promise<T> {
  await client.end()
  return answer
}

async function isServerOf(client: pg.Client, cluster: string): Promise<boolean> {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  const folder = rows[0]?.data_directory
  return folder !== undefined && (await realpath(folder).catch(() => folder)) === cluster
}

async function lockOrRefuse(client: pg.Client): Promise<void> {
  const until = Date.now() + GRACE_MS
  for (;;) {
    const { rows } = await client.query<{ owned: boolean }>('select pg_try_advisory_lock($1) as owned', [OWNER_LOCK])
    if (rows[0]?.owned === true) return
    if (Date.now() > until) break
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_stat_activity where pid in
       (select pid from pg_locks where locktype = 'advisory' and objid = $1 and granted)`,
    [OWNER_LOCK],
  )
  const owner = rows[0]?.name.replace('haidang owner ', '') ?? '?'
  throw new Error(
    `Một tiến trình Hải Đăng khác (số ${owner}) đang dùng thư mục dữ liệu này. Hãy dừng nó trước.\n` +
      `Another Hải Đăng process (number ${owner}) is using this data folder. Stop it first.`,
  )
}

/** Keeps the lock as long as the process lives: takes it again when a crash inside the server cut the connection. */
function hold(first: pg.Client, url: string, log: (line: string) => void): Ownership {
  let client = first
  let released = false
  const watch = (): void => {
    client.once('end', () => {
      if (!released) setTimeout(() => void again(), 500).unref()
    })
  }
  const again = async (): Promise<void> => {
    if (released) return
    const next = newClient(url)
    try {
      await next.connect()
      await lockOrRefuse(next)
      client = next
      watch()
    } catch (error) {
      await next.end().catch(() => undefined)
      log(`PostgreSQL: ${error instanceof Error ? error.message : String(error)}`)
      if (!released) setTimeout(() => void again(), 2_000).unref()
    }
  }
  watch()
  return {
    url,
    release: async () => {
      released = true
      await client.end().catch(() => undefined)
    },
  }
}
