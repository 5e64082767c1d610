import type { Tx } from '#server/db.ts'
import type { Closing } from '../domain/asking.ts'

export type EnquiryRow = {
  readonly id: string
  readonly complaintId: string
  readonly unitId: string
  readonly question: string
  readonly askedAt: Date
  readonly askedBy: string
  readonly askedByName: string
  readonly paused: boolean
  readonly closed: Closing | null
  readonly closedAt: Date | null
  readonly reply: string | null
}
const on = (tx: Tx) => tx.$extendTables<{ 'complaints.enquiry': EnquiryRow }>()

export async function insertEnquiry(tx: Tx, row: EnquiryRow): Promise<void> {
  await on(tx).insertInto('complaints.enquiry').values(row).execute()
}

/** The questions to the citizens of complaints in sight, in their order. */
export const listEnquiries = (tx: Tx, complaintIds: readonly string[]): Promise<EnquiryRow[]> =>
  complaintIds.length === 0
    ? Promise.resolve([])
    : on(tx)
        .selectFrom('complaints.enquiry')
        .selectAll()
        .where('complaintId', 'in', [...complaintIds])
        .orderBy('id')
        .execute()

/** Closes a question; what was said and when stays as it is from then on. */
export async function closeEnquiry(
  tx: Tx,
  id: string,
  fields: Required<Pick<EnquiryRow, 'closed' | 'closedAt' | 'reply'>>,
): Promise<void> {
  await on(tx).updateTable('complaints.enquiry').set(fields).where('id', '=', id).where('closed', 'is', null).execute()
}
