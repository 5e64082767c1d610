import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Db } from '#server/db.ts'
import { databaseUrl, TEMPLATE } from './global-setup.ts'

export type TestDatabase = {
  readonly url: string
  /** As the application: row security holds. */
  readonly db: Db
  /** As the owner, for arranging and checking what no operation can. */
  readonly owner: Db
  close(): Promise<void>
}

let made = 0

/** A migrated database of the test file's own, cloned from the template. */
export async function testDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `test_${process.pid}_${Date.now().toString(36)}_${made++}`
  await asOwner(serverUrl, `create database ${name} template ${TEMPLATE}`)
  const url = databaseUrl(serverUrl, name)
  const db = connect(url, { poolSize: 8 })
  const owner = connect(url, { poolSize: 3, role: null })
  return {
    url,
    db,
    owner,
    async close() {
      await Promise.all([db.destroy(), owner.destroy()])
      await asOwner(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

/** Cloning needs the template to itself, so the files of a run take turns. */
async function asOwner(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7264101)')
    await client.query(statement)
  } finally {
    await client.end()
  }
}
