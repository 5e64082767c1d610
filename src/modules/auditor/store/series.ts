import { sql } from 'kysely'
import { json, type Tx } from '#server/db.ts'
import type { KeyedDecision } from '../domain/decision.ts'
import { type DecisionTable, on, type SeriesTable } from './tables.ts'

/** The series with the id, locked so that versions are counted one after another. */
export async function lockSeries(tx: Tx, id: string): Promise<SeriesTable | undefined> {
  return on(tx).selectFrom('auditor.series').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The series of a report of ours, if the row scope of the transaction reaches its unit. */
export async function findSeriesOfReport(tx: Tx, reportId: string): Promise<SeriesTable | undefined> {
  return on(tx).selectFrom('auditor.series').selectAll().where('reportId', '=', reportId).executeTakeFirst()
}

/** The series of the same unit and title key, or of the same report; the one given when there is none yet. Locked. */
export async function openSeries(tx: Tx, series: SeriesTable): Promise<SeriesTable> {
  await on(tx)
    .insertInto('auditor.series')
    .values(series)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const same = on(tx).selectFrom('auditor.series').selectAll().forUpdate()
  return series.reportId === null
    ? same
        .where('unitId', '=', series.unitId)
        .where('source', '=', 'file')
        .where(sql`md5(title_key)`, '=', sql`md5(${series.titleKey})`)
        .executeTakeFirstOrThrow()
    : same.where('reportId', '=', series.reportId).executeTakeFirstOrThrow()
}

/** Everything decided about the findings of the series, oldest first. */
export async function listDecisions(
  tx: Tx,
  seriesIds: readonly string[],
): Promise<(KeyedDecision & { seriesId: string })[]> {
  if (seriesIds.length === 0) return []
  const rows = await on(tx)
    .selectFrom('auditor.decision')
    .select(['seriesId', 'key', 'placeKey', 'decision', 'reason', 'stated', 'version', 'byName', 'at'])
    .where('seriesId', 'in', seriesIds)
    .orderBy('id')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}

/** Adds a decision; it is never changed. */
export async function insertDecision(tx: Tx, row: DecisionTable): Promise<void> {
  await on(tx)
    .insertInto('auditor.decision')
    .values({ ...row, stated: json(row.stated) })
    .execute()
}
