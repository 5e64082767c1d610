import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { ABOUTS, ComplaintState, OUTCOMES, Topic } from '../domain/complaint.ts'

export type ComplaintRow = {
  readonly id: string
  readonly number: string
  readonly citizenId: string
  readonly about: (typeof ABOUTS)[number]
  readonly topic: Topic
  readonly caseId: string | null
  readonly caseCode: string | null
  readonly procedureCode: string | null
  readonly aboutUnitId: string
  readonly unitId: string
  readonly officerName: string
  readonly text: string
  readonly filedAt: Date
  /** From when the answer is counted, and by whose calendar. */
  readonly countedFrom: Date
  readonly countedUnitId: string
  readonly answerDays: number
  readonly refuseDays: number
  readonly dueAt: Date
  readonly refuseBy: Date
  /** Since when the citizen is awaited, and since when the term of the answer stands still for that. */
  readonly askedAt: Date | null
  readonly pausedAt: Date | null
  readonly state: ComplaintState
  readonly outcome: (typeof OUTCOMES)[number] | null
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly answeredByName: string | null
  readonly seenAt: Date | null
  /** Who of the unit answers it; null: nobody in particular. */
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  readonly version: number
}
export type Side = 'citizen' | 'office'
type FileRow = { complaintId: string; fileId: string; side: Side; place: number; enquiryId: string | null }
type InvolvedRow = { complaintId: string; accountId: string; accused: boolean }
type Tables = {
  'complaints.complaint': ComplaintRow
  'complaints.file': FileRow
  'complaints.involved': InvolvedRow
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** The next number of a year; the row is locked until the transaction ends. */
export async function nextSerial(tx: Tx, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into complaints.counter (year, last) values (${year}, 1)
    on conflict (year) do update set last = complaints.counter.last + 1 returning last`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('The number was not given.')
  return row.last
}

/** Keeps a complaint with its files and with who is involved in it. */
export async function insertComplaint(
  tx: Tx,
  row: ComplaintRow,
  { fileIds, involved }: { fileIds: readonly string[]; involved: ReadonlyMap<string, { readonly accused: boolean }> },
): Promise<void> {
  await on(tx).insertInto('complaints.complaint').values(row).execute()
  await insertFiles(tx, row.id, 'citizen', fileIds)
  await addInvolved(tx, row.id, involved)
}

/** Who else is involved; nobody becomes free, and who was accused stays so. */
export async function addInvolved(
  tx: Tx,
  complaintId: string,
  involved: ReadonlyMap<string, { readonly accused: boolean }>,
): Promise<void> {
  const rows = [...involved].map(([accountId, { accused }]) => ({ complaintId, accountId, accused }))
  if (rows.length === 0) return
  await on(tx)
    .insertInto('complaints.involved')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['complaintId', 'accountId'])
        .doUpdateSet({ accused: sql<boolean>`complaints.involved.accused or excluded.accused` }),
    )
    .execute()
}

/** The accounts that are involved in a complaint. */
export async function involvedIds(tx: Tx, complaintId: string): Promise<ReadonlySet<string>> {
  const rows = await on(tx)
    .selectFrom('complaints.involved')
    .select('accountId')
    .where('complaintId', '=', complaintId)
    .execute()
  return new Set(rows.map(({ accountId }) => accountId))
}

/** Puts files on a side of a complaint, in their order; with what was said to a question. What is there already stays where it is. */
export async function insertFiles(
  tx: Tx,
  complaintId: string,
  side: Side,
  fileIds: readonly string[],
  enquiryId: string | null = null,
): Promise<void> {
  const rows = [...new Set(fileIds)].map((fileId, place) => ({ complaintId, fileId, side, place, enquiryId }))
  if (rows.length === 0) return
  await on(tx)
    .insertInto('complaints.file')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const findComplaint = (tx: Tx, id: string): Promise<ComplaintRow | undefined> =>
  on(tx).selectFrom('complaints.complaint').selectAll().where('id', '=', id).executeTakeFirst()

/** The same, locked until the transaction ends. */
export const findComplaintForUpdate = (tx: Tx, id: string): Promise<ComplaintRow | undefined> =>
  on(tx).selectFrom('complaints.complaint').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The units that have open complaints. */
export async function listUnitsWithOpen(tx: Tx): Promise<string[]> {
  const rows = await on(tx)
    .selectFrom('complaints.complaint')
    .select('unitId')
    .distinct()
    .where('state', '=', 'open')
    .execute()
  return rows.map(({ unitId }) => unitId)
}

/** Open complaints of a unit by their deadline, locked until the transaction ends. */
export const listOpenAt = (tx: Tx, unitId: string, limit: number): Promise<ComplaintRow[]> =>
  on(tx)
    .selectFrom('complaints.complaint')
    .selectAll()
    .where('unitId', '=', unitId)
    .where('state', '=', 'open')
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()

/** The cases that were complained of, with the first time. */
export async function listCasesComplainedOf(tx: Tx): Promise<{ readonly caseId: string; readonly at: Date }[]> {
  const { rows } = await sql<{ caseId: string; at: Date }>`
    select case_id, min(filed_at) as at from complaints.complaint where case_id is not null group by case_id`.execute(
    tx,
  )
  return rows
}

/** Complaints that count for nothing yet, the oldest first. */
export async function listUncounted(tx: Tx, limit: number): Promise<ComplaintRow[]> {
  const { rows } = await sql<ComplaintRow>`select c.* from complaints.complaint c
    where not exists (select from complaints.counted k where k.complaint_id = c.id) order by c.id limit ${limit}`.execute(
    tx,
  )
  return rows
}

export async function updateComplaint(tx: Tx, id: string, fields: Partial<ComplaintRow>): Promise<void> {
  await on(tx).updateTable('complaints.complaint').set(fields).where('id', '=', id).execute()
}

/** The files of complaints, in their order. */
export const listFiles = (tx: Tx, complaintIds: readonly string[]): Promise<FileRow[]> =>
  complaintIds.length === 0
    ? Promise.resolve([])
    : on(tx)
        .selectFrom('complaints.file')
        .selectAll()
        .where('complaintId', 'in', [...complaintIds])
        .orderBy('place')
        .execute()

/** Whether an account is involved in what is complained about. */
export async function isInvolved(tx: Tx, complaintId: string, accountId: string): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('complaints.involved')
    .select('accountId')
    .where('complaintId', '=', complaintId)
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  return row !== undefined
}

/** Those of the complaints that are in sight. */
export async function complaintIdsInSight(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await on(tx)
    .selectFrom('complaints.complaint')
    .select('id')
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(({ id }) => id)
}

/** One page of a citizen's complaints, the newest first. */
export async function listOfCitizen(
  tx: Tx,
  { citizenId, after, limit }: { citizenId: string; after?: string | undefined; limit: number },
): Promise<ComplaintRow[]> {
  let query = on(tx).selectFrom('complaints.complaint').selectAll().where('citizenId', '=', citizenId)
  if (after) query = query.where('id', '<', after)
  return query.orderBy('id', 'desc').limit(limit).execute()
}

/** How many complaints a citizen filed since a moment. */
export async function countOfCitizen(tx: Tx, citizenId: string, since: Date): Promise<number> {
  const { count } = await on(tx)
    .selectFrom('complaints.complaint')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('citizenId', '=', citizenId)
    .where('filedAt', '>', since)
    .executeTakeFirstOrThrow()
  return count
}

/** That a citizen saw the answers to complaints of theirs. */
export async function markSeen(tx: Tx, citizenId: string, ids: readonly string[], seenAt: Date): Promise<void> {
  if (ids.length === 0) return
  await on(tx)
    .updateTable('complaints.complaint')
    .set({ seenAt })
    .where('citizenId', '=', citizenId)
    .where('id', 'in', [...ids])
    .where('seenAt', 'is', null)
    .execute()
}
