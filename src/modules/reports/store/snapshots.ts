import { sql } from 'kysely'
import type { Tx } from '#server/db.ts'
import { on } from './tables.ts'

export type KeptSnapshot = { readonly canonical: string; readonly seal: string; readonly takenAt: Date }

/** The frozen text of an issued report. */
export async function findSnapshot(tx: Tx, reportId: string): Promise<KeptSnapshot | undefined> {
  return on(tx)
    .selectFrom('reports.snapshot')
    .select(['canonical', 'seal', 'takenAt'])
    .where('reportId', '=', reportId)
    .executeTakeFirst()
}

/** Freezes a report; the database checks the seal and refuses every later change. */
export async function insertSnapshot(tx: Tx, row: KeptSnapshot & { readonly reportId: string }): Promise<void> {
  await on(tx).insertInto('reports.snapshot').values(row).execute()
}

/** The next number of the agency in the year; two that ask at once get two. */
export async function takeNextNumber(tx: Tx, unitId: string, year: number): Promise<number> {
  const { last } = await on(tx)
    .insertInto('reports.numberSeries')
    .values({ unitId, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'year']).doUpdateSet({ last: sql`reports.number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Takes a given number of the agency's year; false when it, or a higher one, has been given already. */
export async function takeNumber(tx: Tx, unitId: string, year: number, number: number): Promise<boolean> {
  const taken = await on(tx)
    .insertInto('reports.numberSeries')
    .values({ unitId, year, last: number })
    .onConflict((conflict) =>
      conflict
        .columns(['unitId', 'year'])
        .doUpdateSet({ last: number })
        .where('reports.numberSeries.last', '<', number),
    )
    .returning('last')
    .executeTakeFirst()
  return taken !== undefined
}
