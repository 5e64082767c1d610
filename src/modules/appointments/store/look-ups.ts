import { sql } from 'kysely'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'

/** How many wrong tries there were for a code, known or not, since the instant. */
export async function countWrongTries(tx: Tx, codeHash: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from appointments.look_up_try
    where code_hash = ${codeHash} and at > ${since} and not found`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Writes down a try. */
export async function keepTry(
  tx: Tx,
  { codeHash, found, at }: { codeHash: string; found: boolean; at: Date },
): Promise<void> {
  await sql`insert into appointments.look_up_try (id, at, code_hash, found)
    values (${newId()}, ${at}, ${codeHash}, ${found})`.execute(tx)
}

export async function forgetTries(tx: Tx, before: Date): Promise<void> {
  await sql`delete from appointments.look_up_try where at < ${before}`.execute(tx)
}
