import { dayAt } from '#kernel/calendar.ts'
import {
  type Period,
  parsePeriodKey,
  periodContaining,
  periodKey,
  periodRange,
  previousPeriod,
  samePeriodLastYear,
} from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import { findStartingPoint, listIndicatorsOn, readFigures } from '#modules/indicators/index.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { type Context, operation } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import * as contract from '../contract.ts'
import { targetLevelOf } from '../domain/standing.ts'
import { readableReports } from '../reports.ts'
import { topUnit, unitShown, unitsOfScope, versionNear } from '../units.ts'

export const showStanding = operation(contract.showStanding, async (context, input) => {
  const { tx, now, scope } = context
  const today = dayAt(now)
  const structure = await loadStructure(tx)
  const own = unitsOfScope(structure, scope)
  const unitId = input.unitId ?? own[0] ?? (await newestReport(context))?.unitId ?? topUnit(structure, today)
  // An ended unit, or one that reports by the month, begins where it last said something.
  const start = input.period || unitId === null ? null : await findStartingPoint(tx, unitId)
  const period = parsePeriodKey(input.period ?? start?.period ?? '') ?? lastClosedQuarter(today)
  const { to } = periodRange(period)
  const keys = [periodKey(period), periodKey(samePeriodLastYear(period))]
  if (input.unitId && !structure.byUnit.has(input.unitId)) throw new Problem('not-found', 'workspace/unknown-unit')
  const listed = unitId === null ? [] : await listIndicatorsOn(tx, to)
  const figures = await readFigures(tx, now, {
    items: listed.map(({ code }) => ({ kind: 'indicator', code })),
    units: unitId === null ? [] : [unitId],
    periods: keys,
    regime: 'cut-off',
    reach: 'subtree',
    structureOn: null,
    knownAt: null,
    standing: 'submitted',
  })
  const [shown, yearBefore] = figures.periods
  if (!shown || !yearBefore) throw new Error('The figures did not name their periods.')
  return {
    unit: unitId === null ? null : unitShown(structure, unitId, to),
    level: targetLevelOf((unitId && versionNear(structure, unitId, to)?.level) || 'nation'),
    period: shown,
    yearBefore,
    own: own.map((id) => unitShown(structure, id, to)),
    rows: listed.flatMap((indicator, index) => {
      const [cell, before] = figures.cells[index]?.[0] ?? []
      const item = figures.items[index]
      return cell && before && item ? [{ indicator, item, cell, yearBefore: before }] : []
    }),
  }
})

/** Where people have been working: the unit and period of the newest report the asker may read. */
async function newestReport(context: Context) {
  const [report] = await readableReports(context, { limit: 1 })
  await setRowScope(context.tx, context.actor, context.scope)
  return report
}

function lastClosedQuarter(today: string): Period {
  const current = periodContaining(today, 'quarter')
  return previousPeriod(current ?? { kind: 'quarter', year: Number(today.slice(0, 4)), number: 1 })
}
