import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'

/** The units over which the running request holds its right. */
export async function scopedUnits(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`${KEPT} select id from organisation.scoped_unit_ids() as id`.execute(tx)
  return rows.map(({ id }) => id)
}
