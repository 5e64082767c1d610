import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { Indicator } from '../contract.ts'
import type { PartOfWhole } from '../domain/check-import.ts'
import { formulaOf } from '../domain/formula.ts'
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

/** The indicators in force whose numerator counts a part of its denominator, each side one measure: by measure ids. */
export async function partsOfWholes(tx: Tx): Promise<PartOfWhole[]> {
  const ids = new Map((await listMeasures(tx)).map((row) => [row.code, row.id]))
  const measureIn = (text: string | null) => {
    const expression = text === null ? null : formulaOf(text)
    return expression?.kind === 'reference' ? ids.get(expression.name) : undefined
  }
  const rows = await listIndicators(tx, '2199-12-31')
  return rows.flatMap(({ code, kind, partOfWhole, numerator, denominator }) => {
    const [top, bottom] = [measureIn(numerator), measureIn(denominator)]
    return kind === 'ratio' && partOfWhole && top && bottom ? [{ code, numerator: top, denominator: bottom }] : []
  })
}
