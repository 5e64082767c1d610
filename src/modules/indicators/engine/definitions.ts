import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { Indicator } from '../contract.ts'
import { listIndicators, listMeasures, listTargets } from '../store/definitions.ts'
import { shownIndicator } from './shown.ts'

/** Every indicator in the version and with the targets of the day, in the order in which reports print them. */
export async function listIndicatorsOn(tx: Tx, day: Day): Promise<Indicator[]> {
  const rows = await listIndicators(tx, day)
  const measures = new Map((await listMeasures(tx)).map((row) => [row.code, row]))
  const ids = rows.map(({ id }) => id)
  const targets = Map.groupBy(await listTargets(tx, ids, day), ({ indicatorId }) => indicatorId)
  return rows.map((row) => shownIndicator(row, targets.get(row.id) ?? [], (code) => measures.get(code)))
}

/** The codes of all measures. */
export async function listMeasureCodes(tx: Tx): Promise<string[]> {
  return (await listMeasures(tx)).map(({ code }) => code)
}
