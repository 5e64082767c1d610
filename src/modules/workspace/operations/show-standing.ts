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
import { loadStructure, type Structure } from '#modules/organisation/index.ts'
import { type Context, operation } from '#server/operation.ts'
import { setRowScope } from '#server/row-security.ts'
import * as contract from '../contract.ts'
import { targetLevelOf } from '../domain/standing.ts'
import { readableReports } from '../reports.ts'
import { topUnit, unitShown, unitsOfScope, versionNear } from '../units.ts'

export const showStanding = operation(contract.showStanding, async (context, input) => {
  const { tx, now, scope } = context
  const structure = await loadStructure(tx)
  const own = unitsOfScope(structure, scope)
  const { unitId, period } = await whereToBegin(context, structure, input)
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

type Asked = { readonly unitId?: string | undefined; readonly period?: string | undefined }

/**
 * What was asked for, else one's own unit, else where people work: the unit of the newest report or of the newest figures.
 * An ended unit, or one that reports by the month, begins where it last said something.
 */
async function whereToBegin(context: Context, structure: Structure, asked: Asked) {
  const { tx, now, scope } = context
  const today = dayAt(now)
  const report = asked.unitId && asked.period ? undefined : await newestReport(context)
  const where = asked.unitId ?? unitsOfScope(structure, scope)[0] ?? report?.unitId
  const unitId = where ?? (await findStartingPoint(tx, null))?.unitId ?? topUnit(structure, today)
  const spoken = asked.period || unitId === null ? null : await findStartingPoint(tx, unitId)
  const reported = report?.unitId === unitId ? report?.period : undefined
  const key = asked.period ?? spoken?.period ?? reported ?? ''
  return { unitId, period: parsePeriodKey(key) ?? lastClosedQuarter(today) }
}

/** The newest report that the asker may read. */
async function newestReport(context: Context) {
  const [report] = await readableReports(context, { limit: 1 })
  await setRowScope(context.tx, context.actor, context.scope)
  return report
}

function lastClosedQuarter(today: string): Period {
  const current = periodContaining(today, 'quarter')
  return previousPeriod(current ?? { kind: 'quarter', year: Number(today.slice(0, 4)), number: 1 })
}
