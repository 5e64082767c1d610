import type { Context } from '#server/operation.ts'
import { NOTICES_TOPIC } from './contract.ts'
import type { NoticeKind } from './domain/notice.ts'
import type { ComplaintRow } from './store/complaints.ts'
import { insertNotices } from './store/notices.ts'

/** Tells whom a complaint was given to, or else whoever answers at its unit. */
export async function tell(
  { tx, now, newId, announce }: Pick<Context, 'tx' | 'now' | 'newId' | 'announce'>,
  { id, unitId, assigneeId, dueAt }: Pick<ComplaintRow, 'id' | 'unitId' | 'assigneeId' | 'dueAt'>,
  kind: NoticeKind,
): Promise<void> {
  const to = { heldBy: unitId, unitId, accountId: assigneeId }
  await insertNotices(tx, [{ id: newId(), complaintId: id, kind, ...to, dueAt, at: now }])
  await announce(NOTICES_TOPIC)
}
