import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { connect } from '#server/db.ts'
import { migrate } from '#server/migrate.ts'
import { databaseUrl } from '#testing/global-setup.ts'
import { listDays } from './special-days.ts'

/** A server that ran before this module was there: its deadlines of reports went by days of their own. */
const NAME = `taken_over_${newId().replaceAll('-', '')}`
const BEFORE = '20261121T1400-create-workspace'
let url = ''

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(statement)
  await client.end()
}

beforeAll(async () => {
  await asOwner(`create database ${NAME}`)
  url = databaseUrl(inject('serverUrl'), NAME)
})
afterAll(() => asOwner(`drop database ${NAME} with (force)`))

test('days that reports went by before are taken over, as days that nobody has confirmed', async () => {
  await migrate(url, BEFORE)
  const db = connect(url, { poolSize: 1, role: null })
  try {
    await sql`insert into indicators.special_day (day, working, name)
      values ('2026-08-22', true, 'Làm bù'), ('2026-11-24', false, 'Ngày Văn hóa Việt Nam')`.execute(db)
    await migrate(url)
    const days = await db.transaction().execute((tx) => listDays(tx, '2026-01-01', '2026-12-31'))
    expect(days.map(({ day, kind, name, confirmed }) => [day, kind, name.vi, confirmed])).toEqual([
      ['2026-08-22', 'make-up', 'Làm bù', false],
      ['2026-11-24', 'off', 'Ngày Văn hóa Việt Nam', false],
    ])
    const left = await sql`select to_regclass('indicators.special_day') as name`.execute(db)
    expect(left.rows).toEqual([{ name: null }])
  } finally {
    await db.destroy()
  }
})
