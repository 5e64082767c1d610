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

/** The newest period one of the units (without: any unit) reported for, the longest of those that end together; who did. */
export async function findNewestReported(
  tx: Tx,
  unitIds: readonly string[] | null,
): Promise<{ unitId: string; kind: PeriodKind; year: number; number: number; to: Day } | undefined> {
  let query = on(tx)
    .selectFrom('indicators.observation')
    .select(['unitId', 'periodKind as kind', 'periodYear as year', 'periodNumber as number', 'periodTo as to'])
  if (unitIds) query = query.where('unitId', 'in', [...unitIds])
  return query.orderBy('periodTo', 'desc').orderBy('periodFrom').limit(1).executeTakeFirst()
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
