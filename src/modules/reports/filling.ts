import type { Day } from '#kernel/calendar.ts'
import { type Period, parsePeriodKey, periodRange, regimeOf } from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import type { Context } from '#server/operation.ts'
import type { Figure } from './domain/figure.ts'
import { figuresNeeded } from './domain/fill.ts'
import type { FillContext, HandTexts } from './domain/lookup.ts'
import type { Template } from './domain/template.ts'
import { figuresOf, indicatorsOn } from './gateways/indicators.ts'
import { findUnit, unitsOfGroups } from './gateways/organisation.ts'

type Wanted = {
  readonly template: Template
  readonly unitId: string
  readonly period: Period
  /** Default: the period's last day. */
  readonly structureDay?: Day | undefined
  readonly texts: HandTexts
}

/** Whose numbers a report of the template shows and what they are now; throws when the unit does not exist on the day. */
export async function readFilling(
  asking: Context,
  wanted: Wanted,
): Promise<{ context: FillContext; figures: Map<string, Figure>; unitName: string }> {
  const { template, unitId, period, texts } = wanted
  const { from, to } = periodRange(period, regimeOf(template.regime))
  const structureDay = wanted.structureDay ?? to
  const unit = await findUnit(asking.tx, unitId, structureDay)
  if (!unit) throw new Problem('not-found', 'reports/unit-not-found')
  const context: FillContext = {
    unit: { id: unitId, name: unit.name },
    period,
    from,
    to,
    structureDay,
    groups: await unitsOfGroups(asking.tx, template.groups, unitId, structureDay),
    indicators: await indicatorsOn(asking, to),
  }
  const requests = figuresNeeded(template, context, texts)
  const figures = await figuresOf(asking, requests, { now: asking.now, regime: template.regime, structureDay })
  return { context, figures, unitName: unit.name }
}

/** The period of a key that the contract has checked, of the kind the template is for. */
export function periodFor(template: Template, key: string): Period {
  const period = parsePeriodKey(key)
  if (!period) throw new Problem('invalid-input', 'reports/bad-period')
  if (period.kind !== template.periodKind) throw new Problem('invalid-input', 'reports/period-of-another-kind')
  return period
}
