import type { Day } from '#kernel/calendar.ts'
import { delegationsInForce } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#server/db.ts'
import { delegatedFrom } from './domain/delegation.ts'
import type { Right } from './domain/rights.ts'
import { rightsOfOfficials } from './store/identify.ts'
import { reachAmong } from './units.ts'

export type DelegatedRight = Right & {
  readonly delegationId: string
  readonly fromOfficialId: string
  readonly fromName: string
  readonly validFrom: Day
  readonly validTo: Day
}

/** The rights an official holds on a day because others delegated them, cut to what those others hold themselves. */
export async function delegatedRights(db: Db | Tx, officialId: string, now: Date, day: Day): Promise<DelegatedRight[]> {
  // Read-only, so it does not matter whether a transaction is open.
  const delegations = await delegationsInForce(db as Tx, officialId, day)
  if (delegations.length === 0) return []
  const givers = [...new Set(delegations.map(({ fromOfficialId }) => fromOfficialId))]
  const held = await rightsOfOfficials(db, givers, now, day)
  const units = [...delegations, ...held].map(({ unitId }) => unitId)
  const isUnder = await reachAmong(db, units, units)
  return delegations.flatMap(({ id, fromOfficialId, fromName, validFrom, validTo, unitId, reach, permissions }) =>
    delegatedFrom(
      { unitId, reach, permissions },
      held.filter((right) => right.officialId === fromOfficialId),
      isUnder,
    ).map(({ permission, ...where }) => ({
      permission,
      unitId: where.unitId,
      reach: where.reach,
      delegationId: id,
      fromOfficialId,
      fromName,
      validFrom,
      validTo,
    })),
  )
}
