import type { Day } from '#kernel/calendar.ts'
import type { Db, Tx } from '#server/db.ts'
import type { Right } from './domain/rights.ts'

/** The rights an official holds on a day because others delegated them: none until organisation tells of delegations. */
export function delegatedRights(_db: Db | Tx, _officialId: string, _now: Date, _day: Day): Promise<Right[]> {
  return Promise.resolve([])
}
