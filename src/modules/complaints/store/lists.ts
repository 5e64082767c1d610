import { sql } from 'kysely'
import type { PageMark } from '#kernel/page-mark.ts'
import type { Tx } from '#server/db.ts'
import { type Asked, COMPLAINT_LISTS, type ComplaintList, LIST_RULES, windowOf } from '../domain/lists.ts'
import type { ComplaintRow } from './complaints.ts'

/** The condition of a list, as domain/lists.ts has it. */
function inList(list: ComplaintList, asked: Asked) {
  const { states, due, mine, waiting } = LIST_RULES[list]
  const stated = sql`c.state in (${sql.join(states.map((state) => sql.lit(state)))})`
  const known = mine
    ? sql`${stated} and c.assignee_id = ${asked.accountId}::uuid`
    : waiting
      ? sql`${stated} and c.asked_at is not null`
      : stated
  if (due === null) return known
  const { from, before } = windowOf(due, asked)
  return sql`${known} and c.paused_at is null and c.due_at < ${before} and ${from === null ? sql`true` : sql`c.due_at >= ${from}`}`
}

const ofUnit = (unitId: string | undefined) => (unitId === undefined ? sql`true` : sql`c.unit_id = ${unitId}::uuid`)

type Page = {
  readonly list: ComplaintList
  readonly asked: Asked
  readonly unitId?: string | undefined
  readonly limit: number
}

/** One page of a list in sight: open ones by their deadline, others the newest first. `after`: where the page before ended. */
export async function listRows(tx: Tx, page: Page & { readonly after: PageMark | null }): Promise<ComplaintRow[]> {
  const { list, asked, unitId, after, limit } = page
  const byDue = LIST_RULES[list].states.length === 1 && LIST_RULES[list].states[0] === 'open'
  const beyond =
    after === null
      ? sql`true`
      : byDue
        ? sql`(c.due_at, c.id) > (${after.at}, ${after.id}::uuid)`
        : sql`c.id < ${after.id}::uuid`
  const { rows } = await sql<ComplaintRow>`select c.* from complaints.complaint c
    where ${inList(list, asked)} and ${ofUnit(unitId)} and ${beyond}
    order by ${byDue ? sql`c.due_at, c.id` : sql`c.id desc`} limit ${limit}`.execute(tx)
  return rows
}

/** How many stand in each list, in the order of `COMPLAINT_LISTS`. */
export async function countRows(tx: Tx, asked: Asked, unitId: string | undefined): Promise<readonly number[]> {
  const counts = COMPLAINT_LISTS.map((list) => sql`count(*) filter (where ${inList(list, asked)})`)
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
