import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { type LinkRow, on, type UploadedRow } from './tables.ts'

/** Cases that are to be compared and of which everything is sent, locked until the transaction ends. */
export async function takeToCompare(tx: Tx, now: Date, most: number): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select l.* from exchange.link l where l.compare_at <= ${now} and not exists (
      select from exchange.outgoing o where o.case_id = l.case_id and o.state in ('queued', 'waiting', 'parked'))
    order by l.compare_at limit ${most} for no key update of l skip locked`.execute(tx)
  return rows
}

/** Wants cases compared: one, or those of a unit (all in sight when null) of which something was sent; how many. */
export async function wantCompared(
  tx: Tx,
  { caseId, unitId, now, most }: { caseId: string | null; unitId: string | null; now: Date; most: number },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update exchange.link set compare_at = ${now} where case_id in (
      select case_id from exchange.link where sent_at is not null and (${caseId}::uuid is null or case_id = ${caseId})
        and (${unitId}::uuid is null or unit_id = ${unitId}) order by compared_at nulls first limit ${most})`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0n)
}

/** One page of cases on which the portal and we do not agree, the latest compared first. */
export async function listDisagreeing(
  tx: Tx,
  by: { readonly unitId: string | undefined; readonly before: string | undefined; readonly limit: number },
): Promise<LinkRow[]> {
  let query = on(tx).selectFrom('exchange.link').selectAll().where('agrees', '=', false)
  if (by.unitId) query = query.where('unitId', '=', by.unitId)
  if (by.before) query = query.where('caseId', '<', by.before)
  return query.orderBy('caseId', 'desc').limit(by.limit).execute()
}

export async function countCompared(tx: Tx) {
  const { rows } = await sql<{ agreeing: number; disagreeing: number; waiting: number; latest: Date | null }>`
    select count(*) filter (where agrees)::int as agreeing, count(*) filter (where not agrees)::int as disagreeing,
      count(*) filter (where compare_at is not null)::int as waiting, max(compared_at) as latest
    from exchange.link`.execute(tx)
  return rows[0] ?? { agreeing: 0, disagreeing: 0, waiting: 0, latest: null }
}

export async function listUploaded(tx: Tx, caseId: string): Promise<UploadedRow[]> {
  return on(tx).selectFrom('exchange.uploaded').selectAll().where('caseId', '=', caseId).execute()
}

export async function keepUploaded(tx: Tx, row: UploadedRow): Promise<void> {
  await on(tx)
    .insertInto('exchange.uploaded')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
