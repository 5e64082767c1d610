import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { type LateReasonRow, on, type UnitCodeRow } from './tables.ts'

/** The identifier of a unit on a day, from which its dossier codes are made. */
export async function findUnitCode(tx: Tx, unitId: string, day: Day): Promise<string | undefined> {
  const row = await on(tx)
    .selectFrom('cases.unitCode')
    .select('code')
    .where('unitId', '=', unitId)
    .where('validFrom', '<=', day)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', day)]))
    .executeTakeFirst()
  return row?.code
}

/** Identifiers of so many units after one, with all of each unit's, the oldest first. */
export async function listUnitCodes(
  tx: Tx,
  by: { unitId?: string | undefined; after?: string | undefined; units: number },
): Promise<UnitCodeRow[]> {
  const { unitId = null, after = null, units } = by
  const { rows } = await sql<UnitCodeRow>`
    select unit_id, code, valid_from, valid_to from cases.unit_code where unit_id in (
      select distinct unit_id from cases.unit_code
      where (${unitId}::uuid is null or unit_id = ${unitId}) and (${after}::uuid is null or unit_id > ${after})
      order by unit_id limit ${units})
    order by unit_id, valid_from`.execute(tx)
  return rows
}

/** Who bears an identifier on a day or later. */
export async function listCodesTaken(tx: Tx, code: string, from: Day): Promise<UnitCodeRow[]> {
  return on(tx)
    .selectFrom('cases.unitCode')
    .selectAll()
    .where('code', '=', code)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', from)]))
    .execute()
}

/** Nobody else sets an identifier until the transaction ends. */
export async function lockUnitCodes(tx: Tx): Promise<void> {
  await sql`lock table cases.unit_code in share row exclusive mode`.execute(tx)
}

/** Keeps an identifier from its day on. */
export async function putUnitCode(tx: Tx, row: UnitCodeRow): Promise<void> {
  await on(tx)
    .insertInto('cases.unitCode')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'validFrom']).doUpdateSet({ code: row.code, validTo: row.validTo }),
    )
    .execute()
}

/** Sets the first day on which an identifier no longer holds. */
export async function endUnitCode(tx: Tx, unitId: string, validFrom: Day, validTo: Day): Promise<void> {
  await on(tx)
    .updateTable('cases.unitCode')
    .set({ validTo })
    .where('unitId', '=', unitId)
    .where('validFrom', '=', validFrom)
    .execute()
}

/** Reasons for lateness: all, or those of a day. */
export async function listLateReasons(tx: Tx, day: Day | null): Promise<LateReasonRow[]> {
  let query = on(tx).selectFrom('cases.lateReason').selectAll()
  if (day !== null)
    query = query
      .where('validFrom', '<=', day)
      .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', day)]))
  return query.orderBy('code').limit(500).execute()
}

/** Keeps a reason for lateness under its code. */
export async function putLateReason(tx: Tx, row: LateReasonRow): Promise<void> {
  const { code, ...rest } = row
  await on(tx)
    .insertInto('cases.lateReason')
    .values({ code, ...rest })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(rest))
    .execute()
}
