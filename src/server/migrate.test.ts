import { sql } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { connect } from './db.ts'
import { findMigrations, migrate } from './migrate.ts'
import { startEmbedded } from './postgres/embedded.ts'

test('an owner who may create roles, and no more, migrates a new server; the application takes its role on it', async () => {
  const server = await startEmbedded({ ephemeral: true, log: () => undefined })
  try {
    const administrator = new pg.Client({ connectionString: server.url })
    await administrator.connect()
    await administrator.query(`create role keeper login password 'x' createrole`)
    await administrator.query('create database town owner keeper')
    await administrator.end()
    const url = Object.assign(new URL(server.url), { username: 'keeper', password: 'x', pathname: '/town' }).href
    expect(await migrate(url)).toEqual(Object.keys(await findMigrations()))
    expect(await migrate(url)).toEqual([])
    const db = connect(url, { poolSize: 1 })
    const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
    expect(rows).toEqual([{ role: 'haidang_app' }])
    await expect(sql`alter table platform.audit add column x text`.execute(db)).rejects.toMatchObject({ code: '42501' })
    await expect(sql`delete from platform.audit`.execute(db)).rejects.toMatchObject({ code: '42501' })
    await db.destroy()
  } finally {
    await server.stop()
  }
})
