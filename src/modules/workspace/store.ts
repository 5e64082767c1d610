import { json, type Tx } from '#server/db.ts'
import type { ActivityEvent } from './domain/activity.ts'

export type ActivityRow = {
  id: string
  at: Date
  event: ActivityEvent
  unitId: string | null
  values: Record<string, string | number>
}

const on = (tx: Tx) => tx.$extendTables<{ 'workspace.activity': ActivityRow }>()

/** Adds one thing that happened. */
export async function insertActivity(tx: Tx, row: ActivityRow): Promise<void> {
  await on(tx)
    .insertInto('workspace.activity')
    .values({ ...row, values: json(row.values) })
    .execute()
}

/** One page of what the transaction's row scope may see, newest first; `before` is the last id of the page before. */
export async function listActivities(
  tx: Tx,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<ActivityRow[]> {
  let query = on(tx).selectFrom('workspace.activity').selectAll()
  if (before) query = query.where('id', '<', before)
  return query.orderBy('id', 'desc').limit(limit).execute()
}
