import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'

/** How many wrong tries there were for a code, known or not, since the instant. */
export async function countWrongTries(tx: Tx, codeHash: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from cases.look_up_try where code_hash = ${codeHash} and at > ${since} and not found`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

const KEPT_DAYS = 90

/** Writes down a try, and forgets those of before the last 90 days. */
export async function keepTry(
  tx: Tx,
  { codeHash, found, at }: { codeHash: string; found: boolean; at: Date },
): Promise<void> {
  await sql`insert into cases.look_up_try (id, at, code_hash, found) values (${newId()}, ${at}, ${codeHash}, ${found})`.execute(
    tx,
  )
  const before = new Date(at.getTime() - KEPT_DAYS * 86_400_000)
  await sql`delete from cases.look_up_try where id in (
    select id from cases.look_up_try where at < ${before} order by at limit 100)`.execute(tx)
}
