import type { Tx } from '#server/db.ts'
import {
  type DueChangeRow,
  type FeeRow,
  type OpinionRow,
  on,
  type PaperRow,
  type PartyRow,
  type PauseRow,
  type ResultRow,
} from './tables.ts'

// What hangs on a case. Lists are bounded by their contracts.

export async function insertParties(tx: Tx, rows: readonly PartyRow[]): Promise<void> {
  if (rows.length > 0)
    await on(tx)
      .insertInto('cases.party')
      .values([...rows])
      .execute()
}

/** Puts other parties in the place of those of the roles given. */
export async function replaceParties(
  tx: Tx,
  caseId: string,
  roles: readonly PartyRow['role'][],
  rows: readonly PartyRow[],
): Promise<void> {
  if (roles.length > 0)
    await on(tx)
      .deleteFrom('cases.party')
      .where('caseId', '=', caseId)
      .where('role', 'in', [...roles])
      .execute()
  await insertParties(tx, rows)
}

export async function listParties(tx: Tx, caseId: string): Promise<PartyRow[]> {
  return on(tx).selectFrom('cases.party').selectAll().where('caseId', '=', caseId).orderBy('role', 'desc').execute()
}

export async function insertPapers(tx: Tx, rows: readonly PaperRow[]): Promise<void> {
  if (rows.length > 0)
    await on(tx)
      .insertInto('cases.paper')
      .values([...rows])
      .execute()
}

export async function insertFees(tx: Tx, rows: readonly FeeRow[]): Promise<void> {
  if (rows.length > 0)
    await on(tx)
      .insertInto('cases.fee')
      .values([...rows])
      .execute()
}

export async function listFees(tx: Tx, caseId: string): Promise<FeeRow[]> {
  return on(tx).selectFrom('cases.fee').selectAll().where('caseId', '=', caseId).orderBy('code').execute()
}

/** Takes so much more off a fee, on the ground given. */
export async function waiveFee(
  tx: Tx,
  { caseId, code, amountVnd, waiver }: { caseId: string; code: string; amountVnd: number; waiver: string },
): Promise<void> {
  await on(tx)
    .updateTable('cases.fee')
    .set((fee) => ({ waivedVnd: fee('waivedVnd', '+', amountVnd), waiver }))
    .where('caseId', '=', caseId)
    .where('code', '=', code)
    .execute()
}

export async function insertResults(tx: Tx, rows: readonly ResultRow[]): Promise<void> {
  if (rows.length > 0)
    await on(tx)
      .insertInto('cases.result')
      .values([...rows])
      .execute()
}

/** The results of a reopened case no longer hold; they stay on record. */
export async function revokeResults(tx: Tx, caseId: string, at: Date): Promise<void> {
  await on(tx)
    .updateTable('cases.result')
    .set({ revokedAt: at })
    .where('caseId', '=', caseId)
    .where('revokedAt', 'is', null)
    .execute()
}

export async function insertPause(tx: Tx, row: PauseRow): Promise<void> {
  await on(tx).insertInto('cases.pause').values(row).execute()
}

/** Ends the pause of a case, if there is one. */
export async function endPause(tx: Tx, caseId: string, at: Date): Promise<void> {
  await on(tx)
    .updateTable('cases.pause')
    .set({ toAt: at })
    .where('caseId', '=', caseId)
    .where('toAt', 'is', null)
    .execute()
}

export async function insertDueChange(tx: Tx, row: DueChangeRow): Promise<void> {
  await on(tx).insertInto('cases.dueChange').values(row).execute()
}

/** Every change of the due moment of a case, the oldest first. */
export async function listDueChanges(tx: Tx, caseId: string): Promise<DueChangeRow[]> {
  return on(tx)
    .selectFrom('cases.dueChange')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute()
}

/** Asks units for their opinion; from then on they see the case. */
export async function insertOpinions(tx: Tx, rows: readonly OpinionRow[]): Promise<void> {
  if (rows.length === 0) return
  await on(tx)
    .insertInto('cases.opinion')
    .values([...rows])
    .execute()
  for (const { caseId, unitId } of rows) await keepInSight(tx, caseId, unitId)
}

/** The unit sees the case from now on, whoever holds it. */
export async function keepInSight(tx: Tx, caseId: string, unitId: string): Promise<void> {
  await on(tx)
    .insertInto('cases.asked')
    .values({ caseId, unitId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The opinions of a case that nobody has answered or withdrawn. */
export async function listWaitingOpinions(tx: Tx, caseId: string): Promise<OpinionRow[]> {
  return on(tx)
    .selectFrom('cases.opinion')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('answeredAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}

export async function updateOpinion(tx: Tx, id: string, changes: Partial<OpinionRow>): Promise<void> {
  await on(tx).updateTable('cases.opinion').set(changes).where('id', '=', id).execute()
}

/** An opinion of the case, whatever became of it. */
export async function findOpinion(tx: Tx, caseId: string, id: string): Promise<OpinionRow | undefined> {
  return on(tx)
    .selectFrom('cases.opinion')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst()
}
