import type { Day } from '#kernel/calendar.ts'
import { type Period, periodKey, previousPeriod, samePeriodLastYear } from '#kernel/period.ts'
import { combine, type Figure, type FigureRequest, figureKey, type Reach, type Subject } from './figure.ts'
import type { PERIOD_CHOICES } from './template.ts'

export type UnitRef = { readonly id: string; readonly name: string }

/** An indicator as the catalogue knows it. Parts of one printed row (a, b) are indicators of their own with the same `rowCode`. */
export type IndicatorRef = {
  readonly code: string
  readonly rowCode: string
  readonly part: string | null
  readonly name: string
  readonly group: string
  readonly groupName: string
  readonly ordinal: string
}

/** Everything but the numbers that filling needs to know. */
export type FillContext = {
  readonly unit: UnitRef
  readonly period: Period
  /** First and last day of the period. */
  readonly from: Day
  readonly to: Day
  readonly structureDay: Day
  readonly groups: ReadonlyMap<string, { readonly name: string; readonly units: readonly UnitRef[] }>
  readonly indicators: readonly IndicatorRef[]
}

/** What the office wrote by hand: block key (or `table/row`) → text. */
export type HandTexts = ReadonlyMap<string, string>

export type PeriodChoice = (typeof PERIOD_CHOICES)[number]

/** Gives the figures of a report and remembers which were asked for. */
export type Lookup = {
  readonly ofUnit: (subject: Subject, unitId: string, reach: Reach, choice: PeriodChoice) => Figure | undefined
  readonly ofGroup: (subject: Subject, group: string, reach: Reach, choice: PeriodChoice) => Figure | undefined
  readonly requests: Map<string, FigureRequest>
  readonly used: Map<string, Figure>
}

/** A lookup over the figures read so far; with none it is the way to learn which are needed. */
export function lookupIn(context: FillContext, figures: ReadonlyMap<string, Figure>): Lookup {
  const requests = new Map<string, FigureRequest>()
  const used = new Map<string, Figure>()

  const ofUnit: Lookup['ofUnit'] = (subject, unitId, reach, choice) => {
    const request = { subject, unitId, reach, period: chosenPeriod(context.period, choice) }
    const key = figureKey(request)
    requests.set(key, request)
    const figure = figures.get(key)
    if (figure) used.set(key, figure)
    return figure
  }

  const ofGroup: Lookup['ofGroup'] = (subject, group, reach, choice) => {
    if (group === 'self') return ofUnit(subject, context.unit.id, reach, choice)
    const members = context.groups.get(group)
    if (!members) return undefined
    const only = members.units.length === 1 ? members.units[0] : undefined
    if (only) return ofUnit(subject, only.id, reach, choice)
    const parts = members.units.map(({ id }) => ofUnit(subject, id, reach, choice))
    const key = `${subject.kind}:${subject.code}@group.${group}:${reach}@${periodKey(chosenPeriod(context.period, choice))}`
    const whole = combine(
      key,
      members.name,
      parts.filter((part) => part !== undefined),
    )
    if (whole) used.set(key, whole)
    return whole
  }

  return { ofUnit, ofGroup, requests, used }
}

function chosenPeriod(period: Period, choice: PeriodChoice): Period {
  if (choice === 'this') return period
  return choice === 'previous' ? previousPeriod(period) : samePeriodLastYear(period)
}
