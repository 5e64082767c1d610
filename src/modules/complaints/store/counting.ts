import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'

export type CountedRow = {
  readonly complaintId: string
  readonly measure: string
  readonly unitId: string
  readonly day: Day
  readonly factId: string
}
const on = (tx: Tx) => tx.$extendTables<{ 'complaints.counted': CountedRow }>()

/** What a complaint counts for until now. */
export const listCounted = (tx: Tx, complaintId: string): Promise<CountedRow[]> =>
  on(tx).selectFrom('complaints.counted').selectAll().where('complaintId', '=', complaintId).execute()

/** Keeps what it counts for from now on. */
export async function keepCounted(
  tx: Tx,
  takenBack: readonly CountedRow[],
  added: readonly CountedRow[],
): Promise<void> {
  const gone = takenBack.map(({ factId }) => factId)
  if (gone.length > 0) await on(tx).deleteFrom('complaints.counted').where('factId', 'in', gone).execute()
  if (added.length > 0)
    await on(tx)
      .insertInto('complaints.counted')
      .values([...added])
      .execute()
}
