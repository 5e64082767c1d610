import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Problem } from '#kernel/problem.ts'
import type { Db, Tx } from './db.ts'

/**
 * Takes one call from a bucket of `perMinute` that refills evenly, shared by all processes.
 * Throws `too-many-requests` when it is empty. The key is stored only as a hash.
 */
export async function takeToken(db: Db | Tx, key: string, perMinute: number): Promise<void> {
  const hashed = createHash('sha256').update(key).digest('hex')
  const refilled = sql`least(${perMinute}, platform.rate.tokens + extract(epoch from now() - platform.rate.at) * ${perMinute / 60})`
  const { rows } = await sql<{ tokens: number }>`
    insert into platform.rate (key, tokens, at) values (${hashed}, ${perMinute - 1}, now())
    on conflict (key) do update set
      tokens = case when ${refilled} >= 1 then ${refilled} - 1 else -1 end,
      at = case when ${refilled} >= 1 then now() else platform.rate.at end
    where platform.rate.tokens >= 0 or ${refilled} >= 1
    returning tokens`.execute(db)
  const left = rows[0]?.tokens
  if (left === undefined || left < 0) {
    throw new Problem('too-many-requests', 'platform/too-many-requests', 'Too many requests.', {
      values: { seconds: Math.ceil(60 / perMinute) },
    })
  }
}
