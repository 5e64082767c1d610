import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { PageMark } from '#kernel/page-mark.ts'
import type { Tx } from '#server/db.ts'
import type { OUTCOMES, Topic } from '../domain/complaint.ts'

export type PublicationRow = {
  readonly complaintId: string
  readonly id: string
  readonly unitId: string
  readonly topic: Topic
  readonly procedureCode: string | null
  readonly question: string
  readonly answer: string
  readonly outcome: (typeof OUTCOMES)[number]
  readonly answeredOn: Day
  readonly onTime: boolean
  readonly publishedAt: Date
  readonly withdrawnAt: Date | null
}
const on = (tx: Tx) => tx.$extendTables<{ 'complaints.publication': PublicationRow }>()

/** What was made public of a complaint, withdrawn or not. */
export const findPublication = (tx: Tx, complaintId: string): Promise<PublicationRow | undefined> =>
  on(tx).selectFrom('complaints.publication').selectAll().where('complaintId', '=', complaintId).executeTakeFirst()

/** Makes it public, in place of what was public before. */
export async function putPublication(tx: Tx, row: PublicationRow): Promise<void> {
  const { complaintId: _complaint, id: _id, ...rest } = row
  await on(tx)
    .insertInto('complaints.publication')
    .values(row)
    .onConflict((conflict) => conflict.column('complaintId').doUpdateSet(rest))
    .execute()
}

/** Takes it back from the public. */
export async function withdrawPublication(tx: Tx, complaintId: string, withdrawnAt: Date): Promise<void> {
  await on(tx)
    .updateTable('complaints.publication')
    .set({ withdrawnAt })
    .where('complaintId', '=', complaintId)
    .execute()
}

/** One page of what is public, the newest first. */
export async function listPublications(
  tx: Tx,
  { after, limit }: { after: PageMark | null; limit: number },
): Promise<PublicationRow[]> {
  const beyond = after === null ? sql`true` : sql`(p.published_at, p.id) < (${after.at}, ${after.id}::uuid)`
  const { rows } = await sql<PublicationRow>`select p.* from complaints.publication p
    where p.withdrawn_at is null and ${beyond} order by p.published_at desc, p.id desc limit ${limit}`.execute(tx)
  return rows
}
