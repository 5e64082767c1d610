import type { Kept } from '#kernel/counted.ts'
import type { Tx } from '#server/db.ts'

type CountedRow = Omit<Kept, 'value'> & { readonly complaintId: string }
const on = (tx: Tx) => tx.$extendTables<{ 'complaints.counted': CountedRow }>()

/** What a complaint counts for until now: one of each. */
export async function listCounted(tx: Tx, complaintId: string): Promise<Kept[]> {
  const rows = await on(tx)
    .selectFrom('complaints.counted')
    .select(['measure', 'unitId', 'day', 'factId'])
    .where('complaintId', '=', complaintId)
    .execute()
  return rows.map((row) => ({ ...row, value: 1 }))
}

/** Keeps what it counts for from now on. */
export async function keepCounted(
  tx: Tx,
  complaintId: string,
  takenBack: readonly Kept[],
  added: readonly Kept[],
): Promise<void> {
  const gone = takenBack.map(({ factId }) => factId)
  if (gone.length > 0) await on(tx).deleteFrom('complaints.counted').where('factId', 'in', gone).execute()
  const rows = added.map(({ measure, unitId, day, factId }) => ({ complaintId, measure, unitId, day, factId }))
  if (rows.length > 0) await on(tx).insertInto('complaints.counted').values(rows).execute()
}
