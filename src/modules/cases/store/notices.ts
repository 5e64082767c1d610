import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { Recipient } from './escalation.ts'

export type NoticeKind = 'escalation' | 'apology' | 'letter'
export type NewNotice = {
  readonly id: string
  readonly recipient: Recipient
  readonly caseId: string
  readonly kind: NoticeKind
  readonly ruleId: string | null
  readonly dueAt: Date
  readonly at: Date
}

export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  const column = <T>(of: (notice: NewNotice) => T) => notices.map(of)
  await sql`insert into cases.notice (id, account_id, unit_id, permission, case_id, kind, rule_id, due_at, at)
    select * from unnest(${column(({ id }) => id)}::uuid[],
      ${column(({ recipient }) => ('accountId' in recipient ? recipient.accountId : null))}::uuid[],
      ${column(({ recipient }) => ('unitId' in recipient ? recipient.unitId : null))}::uuid[],
      ${column(({ recipient }) => ('unitId' in recipient ? recipient.permission : null))}::text[],
      ${column(({ caseId }) => caseId)}::uuid[], ${column(({ kind }) => kind)}::text[],
      ${column(({ ruleId }) => ruleId)}::uuid[], ${column(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
      ${column(({ at }) => at.toISOString())}::timestamptz[])`.execute(tx)
}

/** As whom somebody reads: the account, and the units at which it holds each right directly; null: at every unit. */
export type Reader = {
  readonly accountId: string
  readonly rights: readonly { readonly permission: string; readonly units: readonly string[] | null }[]
}
export type NoticeRow = {
  readonly id: string
  readonly kind: NoticeKind
  readonly caseId: string
  readonly code: string | null
  readonly procedureName: string
  readonly nameVi: string | null
  readonly nameEn: string | null
  readonly dueAt: Date
  readonly at: Date
  readonly read: boolean
}

function meant({ accountId, rights }: Reader) {
  const parts = rights.map(({ permission, units }) =>
    units === null
      ? sql`(n.unit_id is not null and n.permission = ${permission})`
      : sql`(n.unit_id = any (${[...units]}::uuid[]) and n.permission = ${permission})`,
  )
  return sql`(${sql.join([sql`n.account_id = ${accountId}::uuid`, ...parts], sql` or `)})`
}

/** Read by the reader; of a letter also when it was answered, or when somebody else has the case now. */
const isRead = ({ accountId }: Reader) =>
  sql`(exists (select from cases.notice_read r where r.notice_id = n.id and r.account_id = ${accountId}::uuid)
    or n.kind = 'letter' and not exists (select from cases.talk k where k.case_id = n.case_id and n.at >= k.waits_since
      and case when n.account_id is null then c.assignee_id is null and c.unit_id = n.unit_id else c.assignee_id = n.account_id end))`

/** Whether somebody was told since a moment that a citizen waits for an answer. */
export async function isToldOfLetter(tx: Tx, caseId: string, recipient: Recipient, since: Date): Promise<boolean> {
  const to =
    'accountId' in recipient
      ? sql`account_id = ${recipient.accountId}::uuid`
      : sql`unit_id = ${recipient.unitId}::uuid and permission = ${recipient.permission}`
  const { rows } = await sql`select from cases.notice
    where kind = 'letter' and case_id = ${caseId}::uuid and at >= ${since} and ${to} limit 1`.execute(tx)
  return rows.length > 0
}

/** One page of notices of cases in sight, the newest first. */
export async function listNoticeRows(
  tx: Tx,
  reader: Reader,
  { unread, before, limit }: { unread: boolean; before?: string | undefined; limit: number },
): Promise<NoticeRow[]> {
  const { rows } = await sql<NoticeRow>`
    select n.id, n.kind, n.case_id, c.code, c.procedure_name, r.name_vi, r.name_en, n.due_at, n.at, ${isRead(reader)} as read
    from cases.notice n join cases."case" c on c.id = n.case_id left join cases.escalation_rule r on r.id = n.rule_id
    where ${meant(reader)} and ${before === undefined ? sql`true` : sql`n.id < ${before}::uuid`}
      and ${unread ? sql`not ${isRead(reader)}` : sql`true`}
    order by n.id desc limit ${limit}`.execute(tx)
  return rows
}

/** How many are not read, at most 100. */
export async function countUnread(tx: Tx, reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select from cases.notice n join cases."case" c on c.id = n.case_id where ${meant(reader)} and not ${isRead(reader)} limit 100) x`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** Marks those of the notices that are meant for the reader; how many were not read before. */
export async function markRead(tx: Tx, reader: Reader, ids: readonly string[], at: Date): Promise<number> {
  const { rows } = await sql`insert into cases.notice_read (notice_id, account_id, at)
    select n.id, ${reader.accountId}::uuid, ${at} from cases.notice n where n.id = any (${[...ids]}::uuid[]) and ${meant(reader)}
    on conflict do nothing returning notice_id`.execute(tx)
  return rows.length
}
