import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { CaseRow, DueChangeRow, PauseRow } from './tables.ts'
import { on } from './tables.ts'

/** In which a unit still owes something, the handing over of the result too. */
const OWED = ['submitted', 'received', 'processing', 'supplement', 'payment', 'decided'] as const

/** Every unit that still owes something to a case: as holder, as competent or as the desk. */
export async function listUnitsOwing(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ unitId: string }>`
    select distinct u.unit_id from cases."case" c
    cross join lateral (values (c.unit_id), (c.competent_unit_id), (c.received_unit_id)) as u (unit_id)
    where c.business in (${sql.join(OWED)})`.execute(tx)
  return rows.map(({ unitId }) => unitId)
}

/** One page of cases in which these units still owe something, by id. */
export async function listCasesOwedBy(
  tx: Tx,
  unitIds: readonly string[],
  { after, limit, lock }: { after?: string | undefined; limit: number; lock: boolean },
): Promise<CaseRow[]> {
  if (unitIds.length === 0) return []
  let query = on(tx)
    .selectFrom('cases.case')
    .selectAll()
    .where('business', 'in', [...OWED])
    .where((where) =>
      where.or([
        where('unitId', 'in', [...unitIds]),
        where('competentUnitId', 'in', [...unitIds]),
        where('receivedUnitId', 'in', [...unitIds]),
      ]),
    )
  if (after) query = query.where('id', '>', after)
  query = query.orderBy('id').limit(limit)
  return (lock ? query.forUpdate() : query).execute()
}

/** One page of cases whose clock runs, of the row scope, by id. */
export async function listRunning(
  tx: Tx,
  { unitId, after, limit }: { unitId?: string | undefined; after?: string | undefined; limit: number },
): Promise<CaseRow[]> {
  let query = on(tx)
    .selectFrom('cases.case')
    .selectAll()
    .where('business', 'in', ['received', 'processing', 'supplement', 'payment'])
    .where('dueAt', 'is not', null)
  if (unitId) query = query.where('competentUnitId', '=', unitId)
  if (after) query = query.where('id', '>', after)
  return query.orderBy('id').limit(limit).execute()
}

/** The pauses and extensions of many cases. */
export async function listStretches(
  tx: Tx,
  caseIds: readonly string[],
): Promise<{ pauses: PauseRow[]; extensions: DueChangeRow[] }> {
  if (caseIds.length === 0) return { pauses: [], extensions: [] }
  const pauses = await on(tx)
    .selectFrom('cases.pause')
    .selectAll()
    .where('caseId', 'in', [...caseIds])
    .execute()
  const extensions = await on(tx)
    .selectFrom('cases.dueChange')
    .selectAll()
    .where('caseId', 'in', [...caseIds])
    .where('kind', '=', 'extension')
    .execute()
  return { pauses, extensions }
}
