import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import type { PeriodKind } from '#kernel/period.ts'
import type { Tx } from '#server/db.ts'

type Tables = {
  'indicators.observation': {
    unitId: string
    periodKind: PeriodKind
    periodYear: number
    periodNumber: number
    periodFrom: Day
    periodTo: Day
  }
  'indicators.sheet': { id: string; unitId: string }
  'indicators.evidence': { fileId: string; sheetId: string }
}
const on = (tx: Tx) => tx.$extendTables<Tables>()

/** A unit's time in a place: from a day, until before another. */
export type Stay = { readonly unitId: string; readonly from: Day; readonly before: Day }

/** The newest period reported during one of the stays (null: by any unit), the longest of those that end together; who did. */
export async function findNewestReported(
  tx: Tx,
  stays: readonly Stay[] | null,
): Promise<{ unitId: string; kind: PeriodKind; year: number; number: number; to: Day } | undefined> {
  const query = on(tx)
    .selectFrom('indicators.observation as o')
    .select([
      'o.unitId',
      'o.periodKind as kind',
      'o.periodYear as year',
      'o.periodNumber as number',
      'o.periodTo as to',
    ])
    .$if(stays !== null, (all) =>
      all.where(
        sql<boolean>`exists (select from unnest(${(stays ?? []).map(({ unitId }) => unitId)}::uuid[],
          ${(stays ?? []).map(({ from }) => from)}::date[], ${(stays ?? []).map(({ before }) => before)}::date[]) as stay (unit_id, first, before)
          where stay.unit_id = o.unit_id and o.period_to >= stay.first and o.period_to < stay.before)`,
      ),
    )
  return query.orderBy('o.periodTo', 'desc').orderBy('o.periodFrom').limit(1).executeTakeFirst()
}

/** The units to whose forms a file is attached as evidence. */
export async function listUnitsOfEvidence(tx: Tx, fileId: string): Promise<readonly string[]> {
  const rows = await on(tx)
    .selectFrom('indicators.evidence')
    .innerJoin('indicators.sheet', 'indicators.sheet.id', 'indicators.evidence.sheetId')
    .select('indicators.sheet.unitId')
    .where('indicators.evidence.fileId', '=', fileId)
    .execute()
  return rows.map(({ unitId }) => unitId)
}
