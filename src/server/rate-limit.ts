import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Problem } from '#kernel/problem.ts'
import type { Db, Tx } from './db.ts'
import { KEPT } from './statements.ts'

/**
 * Takes one call from a bucket of `perMinute` that refills evenly, shared by all processes.
 * Throws `too-many-requests` when it is empty. The key is stored only as a hash.
 */
export async function takeToken(db: Db | Tx, key: string, perMinute: number): Promise<void> {
  if (!(await takeTokens(db, key, perMinute, 1))) throw refused(perMinute)
}

const refused = (perMinute: number) =>
  new Problem('too-many-requests', 'platform/too-many-requests', 'Too many requests.', {
    values: { seconds: Math.ceil(60 / perMinute) },
  })

/** Takes so many calls from the bucket, or none; whether there were so many. */
async function takeTokens(db: Db | Tx, key: string, perMinute: number, count: number): Promise<boolean> {
  const hashed = createHash('sha256').update(key).digest('hex')
  const refilled = sql`least(${perMinute}, platform.rate.tokens + extract(epoch from now() - platform.rate.at) * ${perMinute / 60})`
  const { rows } = await sql<{ tokens: number }>`${KEPT}
    insert into platform.rate (key, tokens, at) values (${hashed}, ${perMinute - count}, now())
    on conflict (key) do update set
      tokens = case when ${refilled} >= ${count} then ${refilled} - ${count} else -1 end,
      at = case when ${refilled} >= ${count} then now() else platform.rate.at end
    where ${refilled} >= ${count} or (platform.rate.tokens >= 0 and ${count} = 1)
    returning tokens`.execute(db)
  const left = rows[0]?.tokens
  return left !== undefined && left >= 0
}

/** Calls that were taken from a bucket together and are not made yet. */
type Lot = { left: number; until: number; coming: Promise<void> | null }

/** So many are taken at once, and are gone when they are not made within so many milliseconds. */
const LOT = 20
const LOT_LASTS = 3000
const MOST_LOTS = 10_000
const lots = new Map<string, Lot>()

/**
 * `takeToken` for a generous limit, asked on every request: this process takes some calls of a key together and writes nothing for those
 * that follow at once. Never more than the bucket gives.
 */
export async function takeFromLot(db: Db, key: string, perMinute: number): Promise<void> {
  if (lots.size >= MOST_LOTS) lots.clear()
  const lot: Lot = lots.get(key) ?? { left: 0, until: 0, coming: null }
  lots.set(key, lot)
  while (lot.left === 0 || performance.now() > lot.until) {
    lot.coming ??= fill(db, lot, key, perMinute).finally(() => {
      lot.coming = null
    })
    await lot.coming
  }
  lot.left--
}

async function fill(db: Db, lot: Lot, key: string, perMinute: number): Promise<void> {
  // Of a bucket that is nearly empty the last calls are taken one by one.
  const count = (await takeTokens(db, key, perMinute, LOT)) ? LOT : 1
  if (count === 1 && !(await takeTokens(db, key, perMinute, 1))) throw refused(perMinute)
  lot.left = count
  lot.until = performance.now() + LOT_LASTS
}
