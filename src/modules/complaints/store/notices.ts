import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { NoticeKind } from '../domain/notice.ts'

export type NewNotice = {
  readonly id: string
  readonly complaintId: string
  readonly kind: NoticeKind
  /** The unit that has the complaint, and the one that is told. */
  readonly heldBy: string
  readonly unitId: string
  /** null: whoever answers at the unit that is told. */
  readonly accountId: string | null
  readonly dueAt: Date
  readonly at: Date
}
const on = (tx: Tx) => tx.$extendTables<{ 'complaints.notice': NewNotice }>()

/** Keeps notices; of a deadline that was told of already nothing is kept. How many are new. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0
  const rows = await on(tx)
    .insertInto('complaints.notice')
    .values([...notices])
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return rows.length
}

/** As whom somebody reads: the account, and the units at which it answers complaints itself; null: at every unit. */
export type Reader = { readonly accountId: string; readonly units: readonly string[] | null }
export type NoticeRow = {
  readonly id: string
  readonly kind: NoticeKind
  readonly complaintId: string
  readonly number: string
  readonly heldBy: string
  readonly dueAt: Date
  readonly at: Date
  readonly read: boolean
}

const meant = ({ accountId, units }: Reader) =>
  units === null
    ? sql`(n.account_id = ${accountId}::uuid or n.account_id is null)`
    : sql`(n.account_id = ${accountId}::uuid or n.account_id is null and n.unit_id = any (${[...units]}::uuid[]))`

/** Whoever is involved answers nothing, and is told of nothing. */
const ofNotices = (reader: Reader) => sql`complaints.notice n join complaints.complaint c on c.id = n.complaint_id
  where ${meant(reader)} and not exists (select from complaints.involved i
    where i.complaint_id = n.complaint_id and i.account_id = ${reader.accountId}::uuid)`

/** Read by the reader, or nothing of theirs any more: it was answered, or another unit or officer has it. */
const isRead = ({ accountId }: Reader) =>
  sql`(c.state <> 'open' or c.unit_id <> n.held_by or n.account_id is not null and c.assignee_id is distinct from n.account_id
    or exists (select from complaints.notice_read r where r.notice_id = n.id and r.account_id = ${accountId}::uuid))`

/** One page of notices of complaints in sight, the newest first. */
export async function listNoticeRows(
  tx: Tx,
  reader: Reader,
  { unread, before, limit }: { unread: boolean; before?: string | undefined; limit: number },
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.kind, n.complaint_id, c.number, n.held_by, n.due_at, n.at, ${isRead(reader)} as read
    from ${ofNotices(reader)} and ${before === undefined ? sql`true` : sql`n.id < ${before}::uuid`}
      and ${unread ? sql`not ${isRead(reader)}` : sql`true`}
    order by n.id desc limit ${limit}`.execute(tx)
  return rows
}

/** How many are not read, at most 100. */
export async function countUnread(tx: Tx, reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from (
    select from ${ofNotices(reader)} and not ${isRead(reader)} limit 100) x`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Marks those of the notices that are meant for the reader; how many were not marked before. */
export async function markRead(tx: Tx, reader: Reader, ids: readonly string[], at: Date): Promise<number> {
  const { rows } = await sql`insert into complaints.notice_read (notice_id, account_id, at)
    select n.id, ${reader.accountId}::uuid, ${at} from ${ofNotices(reader)} and n.id = any (${[...ids]}::uuid[])
    on conflict do nothing returning notice_id`.execute(tx)
  return rows.length
}

export type DueRow = {
  readonly id: string
  readonly unitId: string
  readonly assigneeId: string | null
  readonly dueAt: Date
}

/** Open complaints whose term does not stand still, due before a moment, of which their unit was not told by such a notice; the first few by their deadline. */
export async function listUntold(
  tx: Tx,
  { kind, from, before, limit }: { kind: NoticeKind; from: Date | null; before: Date; limit: number },
): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`select c.id, c.unit_id, c.assignee_id, c.due_at from complaints.complaint c
    where c.state = 'open' and c.paused_at is null and c.due_at < ${before} and ${from === null ? sql`true` : sql`c.due_at >= ${from}`}
      and not exists (select from complaints.notice n
        where n.complaint_id = c.id and n.kind = ${kind} and n.held_by = c.unit_id and n.due_at = c.due_at)
    order by c.due_at, c.id limit ${limit}`.execute(tx)
  return rows
}
