import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { LeaseEnd } from '../domain/lease.ts'
import { type LeaseRow, on } from './tables.ts'

/** The next so many numbers of a unit's day. The row stays locked until the transaction ends: no two counters hold one number. */
export async function takeRange(
  tx: Tx,
  unitCode: string,
  day: Day,
  amount: number,
): Promise<{ first: number; last: number }> {
  const { rows } = await sql<{ last: number }>`
    insert into counter.leased as l (unit_code, day, last) values (${unitCode}, ${day}, ${amount})
    on conflict (unit_code, day) do update set last = l.last + ${amount}
    returning last`.execute(tx)
  const last = rows[0]?.last ?? amount
  return { first: last - amount + 1, last }
}

export async function insertLease(tx: Tx, row: LeaseRow): Promise<void> {
  await on(tx).insertInto('counter.lease').values(row).execute()
}

export async function findLease(tx: Tx, id: string): Promise<LeaseRow | undefined> {
  return on(tx).selectFrom('counter.lease').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The lease, locked until the transaction ends: what comes in under it and its end go one after the other. */
export async function findLeaseForUpdate(tx: Tx, id: string): Promise<LeaseRow | undefined> {
  return on(tx).selectFrom('counter.lease').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

type End = { readonly kind: LeaseEnd; readonly at: Date; readonly actorId: string; readonly reason: string }

/** Ends a lease that runs. */
export async function endLease(tx: Tx, id: string, end: End, lastGiven: number | null): Promise<void> {
  await on(tx)
    .updateTable('counter.lease')
    .set({ endKind: end.kind, endedAt: end.at, endedBy: end.actorId, endReason: end.reason, lastGiven })
    .where('id', '=', id)
    .where('endKind', 'is', null)
    .execute()
}

/** Takes away all that a device holds, also what it gave back: nothing more is received under it. How many were running. */
export async function revokeLeasesOf(tx: Tx, deviceId: string, end: Omit<End, 'kind'>): Promise<number> {
  const { rows } = await sql<{ ran: boolean }>`
    with taken as (select id, end_kind is null as ran from counter.lease where device_id = ${deviceId} for update)
    update counter.lease l set end_kind = 'revoked', ended_at = ${end.at}, ended_by = ${end.actorId}, end_reason = ${end.reason}
    from taken t where l.id = t.id and l.end_kind is distinct from 'revoked' returning t.ran`.execute(tx)
  return rows.filter(({ ran }) => ran).length
}

/** How many numbers of running leases a device holds that nothing has come in under. */
export async function countHeld(tx: Tx, deviceId: string, now: Date): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    select coalesce(sum(l.last - l.first + 1
      - (select count(*) from counter.intake i where i.lease_id = l.id)), 0)::int as held
    from counter.lease l where l.device_id = ${deviceId} and l.end_kind is null and l.valid_until > ${now}`.execute(tx)
  return rows[0]?.held ?? 0
}

export type LeaseWithCounts = LeaseRow & { readonly received: number; readonly refused: number; readonly void: number }

/** The last so many leases of each of these devices, the newest first, with what came in under them. */
export async function listLeases(tx: Tx, deviceIds: readonly string[], each: number): Promise<LeaseWithCounts[]> {
  if (deviceIds.length === 0) return []
  const { rows } = await sql<LeaseWithCounts>`
    select l.*, c.received, c.refused, c.void
    from unnest(${deviceIds}::uuid[]) as d (id)
    cross join lateral (
      select * from counter.lease where device_id = d.id order by leased_at desc limit ${each}) l
    cross join lateral (
      select count(*) filter (where state = 'received')::int as received, count(*) filter (where state = 'refused')::int as refused,
        count(*) filter (where state = 'void')::int as void
      from counter.intake i where i.lease_id = l.id) c
    order by l.leased_at desc`.execute(tx)
  return rows
}
