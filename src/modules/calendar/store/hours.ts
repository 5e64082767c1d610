import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { Hours } from '../domain/unit-hours.ts'
import type { Change } from './special-days.ts'
import { on } from './tables.ts'

export type HoursRow = {
  readonly id: string
  readonly unitId: string | null
  readonly validFrom: Day
  readonly hours: Hours | null
  readonly version: number
  readonly reason: string
  readonly changedAt: Date
}

type Page = { readonly units: readonly string[] | null; readonly after: string | undefined; readonly limit: number }

/** Hours that were set, newest first, each beginning once: of these units and of the nation, or (`units` null) of all. */
export async function listHours(tx: Tx, { units, after, limit }: Page): Promise<HoursRow[]> {
  const rows = await on(tx)
    .selectFrom('calendar.hours as own')
    .select(['id', 'unitId', 'validFrom', 'sessions', 'inDayCutOff', 'version', 'reason', 'changedAt'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('calendar.hours as later')
            .select('later.id')
            .whereRef('later.unitId', 'is not distinct from', 'own.unitId')
            .whereRef('later.validFrom', '=', 'own.validFrom')
            .whereRef('later.version', '>', 'own.version'),
        ),
      ),
    )
    .$if(units !== null, (query) =>
      query.where(({ or, eb }) =>
        or([eb('unitId', 'is', null), ...(units?.length ? [eb('unitId', 'in', [...units])] : [])]),
      ),
    )
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ sessions, inDayCutOff, ...row }) => ({
    ...row,
    hours: sessions && inDayCutOff ? { sessions, inDayCutOff } : null,
  }))
}

/** The last version of the hours of a unit that begin on a day; 0 when there is none. */
export async function hoursVersion(tx: Tx, unitId: string | null, validFrom: Day): Promise<number> {
  const row = await on(tx)
    .selectFrom('calendar.hours')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('unitId', 'is not distinct from', unitId)
    .where('validFrom', '=', validFrom)
    .executeTakeFirst()
  return row?.version ?? 0
}

type NewHours = Pick<HoursRow, 'id' | 'unitId' | 'validFrom' | 'hours' | 'version'>

/** Writes hours as the version given. */
export async function insertHours(tx: Tx, { hours, ...row }: NewHours, change: Change): Promise<void> {
  const sessions = hours && JSON.stringify(hours.sessions)
  await on(tx)
    .insertInto('calendar.hours')
    // The driver takes a jsonb parameter as its text.
    .values({ ...row, ...change, sessions: sessions as never, inDayCutOff: hours?.inDayCutOff ?? null })
    .execute()
}
