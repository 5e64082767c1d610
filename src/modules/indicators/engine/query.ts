import type { Day } from '#kernel/calendar.ts'
import { type DayRange, type Period, type PeriodRegime, parsePeriodKey, periodRange } from '#kernel/period.ts'
import type { Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { Amount } from '../domain/amount.ts'
import type { Reach } from '../domain/words.ts'
import type { MeasureRow } from '../store/definitions.ts'
import { type Source, sourcesOf } from './territory.ts'

export type PeriodAsked = { readonly key: string; readonly period: Period; readonly range: DayRange }

/** How figures are asked for; the same for all of one call. */
export type Manner = {
  readonly regime: PeriodRegime
  readonly reach: Reach
  readonly structureOn: Day | null
  readonly knownAt: Date | null
  readonly standing: 'submitted' | 'approved'
  readonly today: Day
}

export type Query = Manner & {
  readonly tx: Tx
  readonly structure: Structure
  /** One row of the table per unit … */
  readonly unitIds: readonly string[]
  readonly periods: readonly PeriodAsked[]
  /** … or per group of sources, when given: then they say what makes up each row, and the unit is only its name. */
  readonly groups?: readonly (readonly Source[])[]
}

/** Whose facts of which days make up a row over a range. */
export function rowSources(query: Query, row: number, range: DayRange, reach: Reach): readonly Source[] {
  const group = query.groups?.[row]
  if (group) {
    return group.flatMap((source) => {
      const from = source.from > range.from ? source.from : range.from
      const to = source.to < range.to ? source.to : range.to
      return from > to ? [] : [{ ...source, from, to }]
    })
  }
  const unitId = query.unitIds[row]
  return unitId ? sourcesOf(query.structure, { unitId, structureOn: query.structureOn, reach }, range) : []
}

/** Amounts of one measure: `[unit][period]` in the order asked. */
export type Table = readonly (readonly Amount[])[]

/** Amounts by measure id. */
export type Tables = ReadonlyMap<string, Table>

/** The periods of their keys, which the contract has checked. */
export function periodsAsked(keys: readonly string[], regime: PeriodRegime): readonly PeriodAsked[] {
  return keys.map((key) => {
    const period = parsePeriodKey(key)
    if (!period) throw new Error(`Not a period: ${key}`)
    return { key, period, range: periodRange(period, regime) }
  })
}

/** A measure that is not rolled up counts what the unit itself says, however it is asked for. */
export function reachOf(measure: MeasureRow, reach: Reach): Reach {
  return measure.rollUp === 'none' ? 'own' : reach
}

/** A table with one amount for each unit and period. */
export function tableOf(query: Query, amountAt: (unit: number, period: number) => Amount): Table {
  return query.unitIds.map((_, unit) => query.periods.map((_period, period) => amountAt(unit, period)))
}
