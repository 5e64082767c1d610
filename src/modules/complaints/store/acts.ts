import type { Tx } from '#server/db.ts'
import type { ACTS } from '../domain/complaint.ts'

export type ActRow = {
  readonly id: string
  readonly complaintId: string
  readonly act: (typeof ACTS)[number]
  readonly at: Date
  readonly byId: string
  readonly byName: string
  readonly fromUnitId: string | null
  readonly toUnitId: string | null
  readonly assigneeName: string | null
  readonly reason: string
}
const on = (tx: Tx) => tx.$extendTables<{ 'complaints.act': ActRow }>()

/** Keeps an act beside the complaint; nothing changes it later. */
export async function insertAct(tx: Tx, row: ActRow): Promise<void> {
  await on(tx).insertInto('complaints.act').values(row).execute()
}

/** The acts of complaints in sight, in their order. */
export const listActs = (tx: Tx, complaintIds: readonly string[]): Promise<ActRow[]> =>
  complaintIds.length === 0
    ? Promise.resolve([])
    : on(tx)
        .selectFrom('complaints.act')
        .selectAll()
        .where('complaintId', 'in', [...complaintIds])
        .orderBy('id')
        .execute()
