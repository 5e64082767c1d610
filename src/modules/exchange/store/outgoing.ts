import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { AfterAttempt, OutgoingState } from '../domain/sending.ts'
import { type LinkRow, type OutgoingRow, on } from './tables.ts'

const OPEN = ['queued', 'waiting', 'parked'] as const

export async function findLink(tx: Tx, caseId: string): Promise<LinkRow | undefined> {
  return on(tx).selectFrom('exchange.link').selectAll().where('caseId', '=', caseId).executeTakeFirst()
}

export async function findLinkByCode(tx: Tx, code: string): Promise<LinkRow | undefined> {
  return on(tx)
    .selectFrom('exchange.link')
    .selectAll()
    .where((where) => where.or([where('nationalCode', '=', code), where('code', '=', code)]))
    .executeTakeFirst()
}

/** Makes a case one of which the portal is told; one that is already stays as it is. */
export async function putLink(
  tx: Tx,
  link: Pick<LinkRow, 'caseId' | 'code' | 'nationalCode' | 'origin' | 'known' | 'unitId'>,
): Promise<void> {
  await on(tx)
    .insertInto('exchange.link')
    .values({ ...link, differences: sql`'[]'::jsonb` as never }) // as the column holds it
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateLink(tx: Tx, caseId: string, changes: Partial<LinkRow>): Promise<LinkRow> {
  return on(tx)
    .updateTable('exchange.link')
    .set({
      ...changes,
      ...(changes.differences && { differences: sql`${JSON.stringify(changes.differences)}::jsonb` as never }), // as the column holds it
    })
    .where('caseId', '=', caseId)
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Queues what is to be told; what is there already stays as it is. How many were new. */
export async function queueParts(
  tx: Tx,
  rows: readonly Pick<OutgoingRow, 'id' | 'caseId' | 'act' | 'place' | 'part' | 'unitId' | 'queuedAt'>[],
): Promise<number> {
  if (rows.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await on(tx)
    .insertInto('exchange.outgoing')
    .values(rows.map((row) => ({ ...row, state: 'queued' as const, attempts: 0, nextAt: row.queuedAt })))
    .onConflict((conflict) => conflict.columns(['caseId', 'act', 'place']).doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

/** Whether anything of a case was ever queued. */
export async function hasOutgoing(tx: Tx, caseId: string): Promise<boolean> {
  const row = await on(tx)
    .selectFrom('exchange.outgoing')
    .select('id')
    .where('caseId', '=', caseId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Cases whose first unsent part is due, the longest due first, locked until the transaction ends and passed over by everybody else: of a case
 * never two things are under way. One that waits or is parked holds back what comes after it.
 */
export async function takeDueCases(tx: Tx, now: Date, most: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select l.* from exchange.link l
    join (
      select o.case_id, o.next_at from exchange.outgoing o
      where o.state in ('queued', 'waiting') and o.next_at <= ${now} and not exists (
        select from exchange.outgoing p where p.case_id = o.case_id and p.state in ('queued', 'waiting', 'parked')
          and (p.act, p.place) < (o.act, o.place))
      order by o.next_at, o.case_id limit ${most}) head on head.case_id = l.case_id
    order by head.next_at for no key update of l skip locked`.execute(tx)
  return rows
}

/** The first parts of a case that are not sent, in order. */
export async function listUnsent(tx: Tx, caseId: string, most: number): Promise<OutgoingRow[]> {
  return on(tx)
    .selectFrom('exchange.outgoing')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('state', 'in', OPEN)
    .orderBy('act')
    .orderBy('place')
    .limit(most)
    .execute()
}

export async function keepSending(
  tx: Tx,
  id: string,
  after: AfterAttempt & { readonly digest: string | null; readonly triedAt: Date },
): Promise<void> {
  await on(tx).updateTable('exchange.outgoing').set(after).where('id', '=', id).execute()
}

/** How many of a case's parts are open, parked, sent, and which act was sent last. */
export async function countOfCase(tx: Tx, caseId: string) {
  const { rows } = await sql<{ parked: number; open: number; sent: number; lastAct: number | null }>`
    select count(*) filter (where state = 'parked')::int as parked, count(*) filter (where state in ('queued', 'waiting'))::int as open,
      count(*) filter (where state = 'sent')::int as sent, max(act) filter (where state = 'sent') as last_act
    from exchange.outgoing where case_id = ${caseId}`.execute(tx)
  return rows[0] ?? { parked: 0, open: 0, sent: 0, lastAct: null }
}

/** A part, locked until the transaction ends. */
export async function findOutgoingForUpdate(tx: Tx, id: string): Promise<OutgoingRow | undefined> {
  return on(tx).selectFrom('exchange.outgoing').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function leaveOut(tx: Tx, id: string, reason: string): Promise<void> {
  await on(tx).updateTable('exchange.outgoing').set({ state: 'left-out', reason }).where('id', '=', id).execute()
}

/** Sends again, in order and from the first try, what of a case was sent or parked from an act on; how many. */
export async function queueAgain(tx: Tx, caseIds: readonly string[], fromActs: readonly number[], now: Date) {
  const { numAffectedRows } = await sql`
    update exchange.outgoing o set state = 'queued', attempts = 0, next_at = ${now}, queued_at = ${now}, last_error = null
    from unnest(${[...caseIds]}::uuid[], ${[...fromActs]}::int[]) as again (case_id, act)
    where o.case_id = again.case_id and o.act >= again.act and o.state in ('sent', 'parked', 'waiting') and o.part <> 'code'`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** The parked parts of a case, or of all in sight, tried again at once; how many, and of which cases. */
export async function unpark(tx: Tx, caseId: string | null, now: Date, most: number): Promise<readonly string[]> {
  const { rows } = await sql<{ caseId: string }>`
    update exchange.outgoing set state = 'queued', attempts = 0, next_at = ${now}, last_error = null
    where id in (select id from exchange.outgoing where state = 'parked' and (${caseId}::uuid is null or case_id = ${caseId}) limit ${most})
    returning case_id`.execute(tx)
  return rows.map((row) => row.caseId)
}

/** One page of what is told, the oldest first. */
export async function listOutgoingRows(
  tx: Tx,
  by: {
    readonly state: OutgoingState
    readonly unitId: string | undefined
    readonly caseId: string | undefined
    readonly after: string | undefined
    readonly limit: number
  },
): Promise<(OutgoingRow & { readonly code: string; readonly nationalCode: string | null })[]> {
  let query = on(tx)
    .selectFrom('exchange.outgoing as o')
    .innerJoin('exchange.link as l', 'l.caseId', 'o.caseId')
    .selectAll('o')
    .select(['l.code', 'l.nationalCode'])
    .where('o.state', '=', by.state)
  if (by.unitId) query = query.where('o.unitId', '=', by.unitId)
  if (by.caseId) query = query.where('o.caseId', '=', by.caseId)
  if (by.after) query = query.where('o.id', '>', by.after)
  return query.orderBy('o.id').limit(by.limit).execute()
}

export type BacklogRow = {
  readonly unitId: string
  readonly state: OutgoingState
  readonly count: number
  readonly cases: number
  readonly oldest: Date | null
}

/** By unit and state: all that is not sent, and what was sent or left out since a moment. */
export async function countBacklog(tx: Tx, since: Date): Promise<BacklogRow[]> {
  const { rows } = await sql<BacklogRow>`
    select unit_id, state, count(*)::int as count, count(distinct case_id)::int as cases, min(queued_at) as oldest from exchange.outgoing
    where state in ('queued', 'waiting', 'parked') group by unit_id, state
    union all
    select unit_id, state, count(*)::int, count(distinct case_id)::int, null from exchange.outgoing
    where state = 'sent' and sent_at >= ${since} group by unit_id, state`.execute(tx)
  return rows
}
