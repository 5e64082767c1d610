import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#testing/database.ts'
import { connect, type Db, type Tx } from './db.ts'
import { KEPT } from './statements.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

type Tables = { tried: { n: number; text: string } }
let made = 0

/** A connection of its own, on a table of its own. */
async function tried<T>(work: (db: Db, table: string) => Promise<T>): Promise<T> {
  const db = connect(database.url, { poolSize: 1, role: null })
  const table = `tried_${++made}`
  await sql`create table ${sql.table(table)} (n int, text text)`.execute(db)
  try {
    return await work(db, table)
  } finally {
    await db.destroy()
  }
}

const all = (db: Db | Tx, table: string) =>
  sql<{ n: number }>`select ${KEPT} t.* from ${sql.table(table)} t order by n`.execute(db)
const add = (db: Db | Tx, table: string, n: number) =>
  sql`insert into ${sql.table(table)} (n) values (${n})`.execute(db)

test('a kept plan that a changed table has outlived is made anew: outside a transaction at once', async () => {
  await tried(async (db, table) => {
    await add(db, table, 1)
    expect((await all(db, table)).rows).toHaveLength(1)
    await sql`alter table ${sql.table(table)} add column more text`.execute(db)
    expect((await all(db, table)).rows).toEqual([{ n: 1, text: null, more: null }])
  })
})

test('… and in the transaction after that which failed, whoever asks', async () => {
  await tried(async (db, table) => {
    const inTransaction = () => db.transaction().execute((tx) => all(tx, table))
    await inTransaction()
    await sql`alter table ${sql.table(table)} add column more text`.execute(db)
    await expect(inTransaction()).rejects.toMatchObject({ code: '0A000' })
    expect((await inTransaction()).rows).toEqual([])
  })
})

test('what writes many rows at once is kept by no connection', async () => {
  await tried(async (db, table) => {
    const insert = (rows: number) =>
      db
        .$extendTables<Tables>()
        .insertInto(table as 'tried')
        .values(Array.from({ length: rows }, (_, n) => ({ n, text: 'x' })))
        .execute()
    await insert(3)
    await insert(3000)
    const { rows } = await sql<{ length: number }>`
      select length(statement) as length from pg_prepared_statements where statement like ${`%${table}%`}`.execute(db)
    expect(rows).toHaveLength(1)
    expect(rows[0]?.length).toBeLessThan(1000)
  })
})

test('what still goes on when its transaction is rolled back writes nothing any more', async () => {
  await tried(async (db, table) => {
    let late: Promise<unknown> = Promise.resolve()
    const refused = db.transaction().execute(async (tx) => {
      const slow = async () => {
        await sql`select pg_sleep(0.05)`.execute(tx)
        await add(tx, table, 1)
      }
      late = slow().catch((thrown: unknown) => thrown)
      throw new Error('refused')
    })
    await expect(refused).rejects.toThrow('refused')
    expect(await late).toBeInstanceOf(Error)
    expect((await all(db, table)).rows).toEqual([])
  })
})

test('… nor into the transaction that has the connection next', async () => {
  await tried(async (db, table) => {
    let late: Promise<unknown> = Promise.resolve()
    let goOn: () => void = () => undefined
    const next = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await db.transaction().execute(async (tx) => {
      late = next.then(() => add(tx, table, 1)).catch((thrown: unknown) => thrown)
      await add(tx, table, 2)
    })
    await db.transaction().execute(async (tx) => {
      await add(tx, table, 3)
      goOn()
      await late
    })
    expect(await late).toBeInstanceOf(Error)
    expect((await all(db, table)).rows.map(({ n }) => n)).toEqual([2, 3])
  })
})

test('a beginning waits for its first statement and goes with it, also when that is the end', async () => {
  await tried(async (db, table) => {
    await db.transaction().execute(async () => undefined)
    await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ one: boolean }>`select now() = transaction_timestamp() as one`.execute(tx)
      expect(rows).toEqual([{ one: true }])
      await add(tx, table, 1)
    })
    expect((await all(db, table)).rows).toHaveLength(1)
  })
})
