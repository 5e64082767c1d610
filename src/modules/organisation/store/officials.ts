import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import { KEPT } from '#server/statements.ts'
import { type DelegationRow, type OfficialRow, on, type PositionRow } from './tables.ts'

/** Keeps a new official; false when the account belongs to another one. */
export async function insertOfficial(tx: Tx, official: OfficialRow): Promise<boolean> {
  const inserted = await on(tx)
    .insertInto('organisation.official')
    .values(official)
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** The official. */
export async function findOfficial(tx: Tx, id: string): Promise<OfficialRow | undefined> {
  return on(tx)
    .selectFrom('organisation.official')
    .select(['id', 'name', 'email', 'phone', 'accountId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The official who signs in with the account. */
export async function findOfficialOfAccount(tx: Tx, accountId: string): Promise<OfficialRow | undefined> {
  return on(tx)
    .selectFrom('organisation.official')
    .select(['id', 'name', 'email', 'phone', 'accountId'])
    .where('accountId', '=', accountId)
    .executeTakeFirst()
}

/** Who holds a position at the unit on the day, by name, each once; with the account they were recorded with. */
export async function listOfficialsAt(
  tx: Tx,
  unitId: string,
  day: Day,
): Promise<{ id: string; accountId: string | null; name: string; title: string }[]> {
  const positions = await listPositions(tx, { unitIds: [unitId], day })
  const ids = positions.map(({ officialId }) => officialId)
  const officials = await on(tx)
    .selectFrom('organisation.official')
    .select(['id', 'name', 'accountId'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('name')
    .execute()
  return officials.map((official) => ({
    ...official,
    title: positions.find(({ officialId }) => officialId === official.id)?.title ?? '',
  }))
}

/** All officials by id and name. */
export async function listOfficialNames(tx: Tx): Promise<readonly { id: string; name: string }[]> {
  return on(tx).selectFrom('organisation.official').select(['id', 'name']).orderBy('id').execute()
}

/** Keeps a new position. */
export async function insertPosition(tx: Tx, position: PositionRow): Promise<void> {
  await on(tx).insertInto('organisation.position').values(position).execute()
}

/** The position, locked until the transaction ends. */
export async function findPositionForUpdate(tx: Tx, id: string): Promise<PositionRow | undefined> {
  return on(tx).selectFrom('organisation.position').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Sets the first day on which the position is no longer held. */
export async function updatePositionEnd(tx: Tx, id: string, validTo: Day): Promise<void> {
  await on(tx).updateTable('organisation.position').set({ validTo }).where('id', '=', id).execute()
}

export type NamedPosition = PositionRow & { readonly officialName: string }

/** Positions of units or officials, those that began last first; with a day, only those held on it. */
export async function listPositions(
  tx: Tx,
  by: { unitIds?: readonly string[]; officialIds?: readonly string[]; day?: Day | undefined },
): Promise<readonly NamedPosition[]> {
  let query = on(tx)
    .selectFrom('organisation.position as p')
    .innerJoin('organisation.official as o', 'o.id', 'p.officialId')
    .select(['p.id', 'p.officialId', 'p.unitId', 'p.title', 'p.validFrom', 'p.validTo', 'p.decisionId'])
    .select('o.name as officialName')
  if (by.unitIds) query = query.where('p.unitId', '=', sql<string>`any(${[...by.unitIds]}::uuid[])`)
  if (by.officialIds) query = query.where('p.officialId', '=', sql<string>`any(${[...by.officialIds]}::uuid[])`)
  if (by.day !== undefined) {
    const day = by.day
    query = query
      .where('p.validFrom', '<=', day)
      .where((where) => where.or([where('p.validTo', 'is', null), where('p.validTo', '>', day)]))
  }
  return query.orderBy('p.validFrom', 'desc').orderBy('p.id').execute()
}

/** Keeps a new delegation. */
export async function insertDelegation(tx: Tx, delegation: DelegationRow): Promise<void> {
  await on(tx).insertInto('organisation.delegation').values(delegation).execute()
}

export type NamedDelegation = DelegationRow & { readonly fromName: string; readonly toName: string }

const named = (tx: Tx) =>
  on(tx)
    .selectFrom('organisation.delegation as d')
    .innerJoin('organisation.official as f', 'f.id', 'd.fromOfficialId')
    .innerJoin('organisation.official as t', 't.id', 'd.toOfficialId')
    .select(['d.id', 'd.fromOfficialId', 'd.toOfficialId', 'd.unitId', 'd.reach', 'd.permissions', 'd.validFrom'])
    .select(['d.validTo', 'd.reason', 'd.createdBy', 'd.revokedAt', 'd.revokedReason'])
    .select(['f.name as fromName', 't.name as toName'])

/** The delegation, locked until the transaction ends. */
export async function findDelegationForUpdate(tx: Tx, id: string): Promise<NamedDelegation | undefined> {
  return named(tx).where('d.id', '=', id).forUpdate('d').executeTakeFirst()
}

/** Ends a delegation before its time. */
export async function updateRevocation(tx: Tx, id: string, revokedAt: Date, revokedReason: string): Promise<void> {
  await on(tx).updateTable('organisation.delegation').set({ revokedAt, revokedReason }).where('id', '=', id).execute()
}

/** One page of delegations, the newest first. */
export async function listDelegations(
  tx: Tx,
  by: {
    unitId?: string | undefined
    officialId?: string | undefined
    state?: 'to-come' | 'in-force' | 'over' | 'revoked' | undefined
    day: Day
    after?: string | undefined
    limit: number
  },
): Promise<readonly NamedDelegation[]> {
  let query = named(tx)
  const { unitId, officialId, after } = by
  if (unitId) query = query.where('d.unitId', '=', unitId)
  if (officialId) {
    query = query.where((where) =>
      where.or([where('d.fromOfficialId', '=', officialId), where('d.toOfficialId', '=', officialId)]),
    )
  }
  if (by.state === 'revoked') query = query.where('d.revokedAt', 'is not', null)
  else if (by.state) query = query.where('d.revokedAt', 'is', null)
  if (by.state === 'to-come') query = query.where('d.validFrom', '>', by.day)
  if (by.state === 'in-force') query = query.where('d.validFrom', '<=', by.day).where('d.validTo', '>', by.day)
  if (by.state === 'over') query = query.where('d.validTo', '<=', by.day)
  if (after) query = query.where('d.id', '<', after)
  return query.orderBy('d.id', 'desc').limit(by.limit).execute()
}

/** Delegations given to the official that are in force on the day: begun, not over, not revoked. */
export async function delegationsInForce(
  tx: Tx,
  officialId: string,
  day: Day,
): Promise<readonly (NamedDelegation & { readonly fromAccountId: string | null })[]> {
  return named(tx)
    .select('f.accountId as fromAccountId')
    .where('d.toOfficialId', '=', officialId)
    .where('d.validFrom', '<=', day)
    .where('d.validTo', '>', day)
    .where('d.revokedAt', 'is', null)
    .orderBy('d.id')
    .modifyEnd(KEPT)
    .execute()
}
