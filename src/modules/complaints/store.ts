import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { ABOUTS, ComplaintState, OUTCOMES, Topic } from './domain/complaint.ts'
import { COMPLAINT_LISTS, type ComplaintList, LIST_RULES, type Moments, windowOf } from './domain/lists.ts'

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
  readonly answerDays: number
  readonly refuseDays: number
  readonly dueAt: Date
  readonly refuseBy: Date
  readonly state: ComplaintState
  readonly outcome: (typeof OUTCOMES)[number] | null
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly answeredByName: string | null
  readonly seenAt: Date | null
  readonly version: number
}
export type Side = 'citizen' | 'office'
type FileRow = { complaintId: string; fileId: string; side: Side; place: number }
type InvolvedRow = { complaintId: string; accountId: string; accused: boolean }
export type TermRow = {
  readonly id: string
  readonly step: 'refuse' | 'answer'
  readonly workingDays: number
  readonly validFrom: Day
  readonly source: string
  readonly certainty: 'text' | 'cited' | 'unverified'
  readonly reason: string
  readonly changedBy: string | null
  readonly changedAt: Date
}
type Tables = {
  'complaints.complaint': ComplaintRow
  'complaints.file': FileRow
  'complaints.involved': InvolvedRow
  'complaints.term': TermRow
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
  const rows = [...involved].map(([accountId, { accused }]) => ({ complaintId: row.id, accountId, accused }))
  if (rows.length > 0) await on(tx).insertInto('complaints.involved').values(rows).execute()
}

/** Puts files on a side of a complaint, in their order. */
export async function insertFiles(tx: Tx, complaintId: string, side: Side, fileIds: readonly string[]): Promise<void> {
  const rows = [...new Set(fileIds)].map((fileId, place) => ({ complaintId, fileId, side, place }))
  if (rows.length > 0) await on(tx).insertInto('complaints.file').values(rows).execute()
}

export const findComplaint = (tx: Tx, id: string): Promise<ComplaintRow | undefined> =>
  on(tx).selectFrom('complaints.complaint').selectAll().where('id', '=', id).executeTakeFirst()

/** The same, locked until the transaction ends. */
export const findComplaintForUpdate = (tx: Tx, id: string): Promise<ComplaintRow | undefined> =>
  on(tx).selectFrom('complaints.complaint').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

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

/** The condition of a list, as domain/lists.ts has it. */
function inList(list: ComplaintList, moments: Moments) {
  const { states, due } = LIST_RULES[list]
  const known = sql`c.state in (${sql.join(states.map((state) => sql.lit(state)))})`
  if (due === null) return known
  const { from, before } = windowOf(due, moments)
  return sql`${known} and c.due_at < ${before} and ${from === null ? sql`true` : sql`c.due_at >= ${from}`}`
}

const ofUnit = (unitId: string | undefined) => (unitId === undefined ? sql`true` : sql`c.unit_id = ${unitId}::uuid`)

/** Where a page of a list of open ones ended. */
export type Mark = { readonly dueAt: Date; readonly id: string }
type Page = {
  readonly list: ComplaintList
  readonly moments: Moments
  readonly unitId?: string | undefined
  readonly limit: number
}

/** One page of a list in sight: open ones by their deadline, others the newest first. `after`: where the page before ended. */
export async function listRows(tx: Tx, page: Page & { readonly after: Mark | null }): Promise<ComplaintRow[]> {
  const { list, moments, unitId, after, limit } = page
  const byDue = LIST_RULES[list].states.length === 1 && LIST_RULES[list].states[0] === 'open'
  const beyond =
    after === null
      ? sql`true`
      : byDue
        ? sql`(c.due_at, c.id) > (${after.dueAt}, ${after.id}::uuid)`
        : sql`c.id < ${after.id}::uuid`
  const { rows } = await sql<ComplaintRow>`select c.* from complaints.complaint c
    where ${inList(list, moments)} and ${ofUnit(unitId)} and ${beyond}
    order by ${byDue ? sql`c.due_at, c.id` : sql`c.id desc`} limit ${limit}`.execute(tx)
  return rows
}

/** How many stand in each list, in the order of `COMPLAINT_LISTS`. */
export async function countRows(tx: Tx, moments: Moments, unitId: string | undefined): Promise<readonly number[]> {
  const counts = COMPLAINT_LISTS.map((list) => sql`count(*) filter (where ${inList(list, moments)})`)
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}]::integer[] as counts from complaints.complaint c where ${ofUnit(unitId)}`.execute(
    tx,
  )
  return rows[0]?.counts ?? []
}

/** The units over which the running request holds its right. */
export async function scopedUnits(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from organisation.scoped_unit_ids() as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Every term that was ever set, the newest first. */
export const listTerms = (tx: Tx): Promise<TermRow[]> =>
  on(tx).selectFrom('complaints.term').selectAll().orderBy('step').orderBy('validFrom', 'desc').limit(200).execute()

/** The working days of a step on a day. Throws when no term holds. */
export async function termOn(tx: Tx, step: TermRow['step'], day: Day): Promise<number> {
  const row = await on(tx)
    .selectFrom('complaints.term')
    .select('workingDays')
    .where('step', '=', step)
    .where('validFrom', '<=', day)
    .orderBy('validFrom', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new Error(`No term holds for ${step} on ${day}.`)
  return row.workingDays
}

/** Sets a term from a day on; the one of the same day is replaced. */
export async function putTerm(tx: Tx, row: TermRow): Promise<void> {
  const { id: _id, ...rest } = row
  await on(tx)
    .insertInto('complaints.term')
    .values(row)
    .onConflict((conflict) => conflict.columns(['step', 'validFrom']).doUpdateSet(rest))
    .execute()
}
