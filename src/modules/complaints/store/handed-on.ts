import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { ComplaintRow } from './complaints.ts'

/** A complaint with the last time it left the units of the reader. */
export type HandedOnRow = ComplaintRow & {
  readonly actId: string
  readonly leftAt: Date
  readonly fromUnitId: string
  readonly toUnitId: string
  readonly reason: string
}
type Reader = {
  /** Whose right is asked, and over which units it is held. */
  readonly accountId: string
  readonly unitIds: readonly string[]
}
type Page = { readonly complaintId?: string; readonly before?: string | undefined; readonly limit: number }

/**
 * Complaints that units of the reader handed on and that none of them has now, the last to leave first; none that is about the reader.
 * Asked as the platform.
 */
export async function listHandedOnRows(tx: Tx, reader: Reader, { complaintId, before, limit }: Page) {
  const { accountId, unitIds } = reader
  const units = sql`${[...unitIds]}::uuid[]`
  const { rows } = await sql<HandedOnRow>`
    select c.*, a.id as act_id, a.at as left_at, a.from_unit_id, a.to_unit_id, a.reason
    from complaints.act a join complaints.complaint c on c.id = a.complaint_id
    where a.act = 'hand-on' and a.from_unit_id = any (${units}) and c.unit_id <> all (${units})
      and not exists (select from complaints.act later
        where later.complaint_id = a.complaint_id and later.act = 'hand-on' and later.from_unit_id = any (${units}) and later.id > a.id)
      and not exists (select from complaints.involved i
        where i.complaint_id = c.id and i.account_id = ${accountId}::uuid and i.accused)
      and ${complaintId === undefined ? sql`true` : sql`c.id = ${complaintId}::uuid`}
      and ${before === undefined ? sql`true` : sql`a.id < ${before}::uuid`}
    order by a.id desc limit ${limit}`.execute(tx)
  return rows
}
