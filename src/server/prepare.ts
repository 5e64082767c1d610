import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import { SYSTEM } from './actor.ts'
import { connect, type Db } from './db.ts'
import type { Module, Preparation } from './module.ts'
import { setRowScope } from './row-security.ts'

/** Lets every module put in what it needs from the first day, in one transaction. Several processes may start at once: one after another. */
export async function prepareModules(db: Db, modules: readonly Module[], now = new Date()): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(7264102)`.execute(tx)
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    const context: Preparation = { tx, now, newId, actor: SYSTEM }
    for (const { prepare } of modules) await prepare?.(context)
  })
}

/** The same on a database by its URL, with a connection of its own that is closed again. */
export async function prepareDatabase(url: string, modules: readonly Module[]): Promise<void> {
  const db = connect(url, { poolSize: 1 })
  try {
    await prepareModules(db, modules)
  } finally {
    await db.destroy()
  }
}
