import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { type DeviceRow, on } from './tables.ts'

/** No counter of the unit is registered or revoked by anyone else until the transaction ends. */
export async function lockCountersOf(tx: Tx, unitId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`counter.device ${unitId}`}, 0))`.execute(tx)
}

/** How many counters the unit has in use, and the highest number it ever gave one. */
export async function countDevices(tx: Tx, unitId: string): Promise<{ inUse: number; highest: number }> {
  const { rows } = await sql<{ inUse: number; highest: number }>`
    select count(*) filter (where revoked_at is null)::int as in_use, coalesce(max(counter), 0) as highest
    from counter.device where unit_id = ${unitId}`.execute(tx)
  return rows[0] ?? { inUse: 0, highest: 0 }
}

export async function insertDevice(tx: Tx, row: DeviceRow): Promise<void> {
  await on(tx).insertInto('counter.device').values(row).execute()
}

export async function findDevice(tx: Tx, id: string): Promise<DeviceRow | undefined> {
  return on(tx).selectFrom('counter.device').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The device, locked until the transaction ends. */
export async function findDeviceForUpdate(tx: Tx, id: string): Promise<DeviceRow | undefined> {
  return on(tx).selectFrom('counter.device').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The device is revoked, and the key to its queue is gone. */
export async function revokeDevice(tx: Tx, id: string, by: { at: Date; actorId: string; reason: string }) {
  await on(tx)
    .updateTable('counter.device')
    .set({ revokedAt: by.at, revokedBy: by.actorId, revokedReason: by.reason, queueKey: null })
    .where('id', '=', id)
    .execute()
}

/** One page of the devices in sight, the newest first. */
export async function listDevices(tx: Tx, page: { after?: string | undefined; limit: number }): Promise<DeviceRow[]> {
  let query = on(tx).selectFrom('counter.device').selectAll()
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  return query.orderBy('id', 'desc').limit(page.limit).execute()
}
