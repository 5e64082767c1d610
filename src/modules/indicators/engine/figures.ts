import type { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { regimeOf } from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import { loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { getFigures } from '../contract.ts'
import { loadCatalogue } from './catalogue.ts'
import { cellsOf } from './cells.ts'
import { type Manner, type PeriodAsked, periodsAsked } from './query.ts'
import { shownItem, shownPeriod, shownUnit } from './shown.ts'

export type FiguresInput = z.output<typeof getFigures.input>
export type FiguresOutput = z.input<typeof getFigures.output>

/** One answer holds at most so many cells. */
const MOST_CELLS = 200_000

/** Figures of items × units × periods, each with its state, sureness, coverage, freshness and targets. */
export async function readFigures(tx: Tx, now: Date, input: FiguresInput): Promise<FiguresOutput> {
  if (input.items.length * input.units.length * input.periods.length > MOST_CELLS) {
    throw new Problem('invalid-input', 'indicators/too-many-cells', '', { values: { limit: MOST_CELLS } })
  }
  const structure = await loadStructure(tx)
  requireUnits(structure, input.units)
  const catalogue = await loadCatalogue(tx, input.items)
  const manner = mannerOf(input, now)
  const periods = periodsAsked(input.periods, manner.regime)
  const cells = await cellsOf({ ...manner, tx, structure, unitIds: input.units, periods }, catalogue, input.items)
  const day = namingDay(manner, periods)
  return {
    items: input.items.map((item) => shownItem(catalogue, item, day)),
    units: input.units.map((unitId) => shownUnit(structure, unitId, day)),
    periods: periods.map((period) => shownPeriod(period, input.regime)),
    cells,
  }
}

/** How figures are asked for. */
export function mannerOf(
  input: Pick<FiguresInput, 'regime' | 'reach' | 'structureOn' | 'knownAt' | 'standing'>,
  now: Date,
): Manner {
  return {
    regime: regimeOf(input.regime),
    reach: input.reach,
    structureOn: input.structureOn,
    knownAt: input.knownAt === null ? null : new Date(input.knownAt),
    standing: input.standing,
    today: dayAt(now),
  }
}

/** The day whose names and formulas stand on a table: that of its structure, else the last day of its last period. */
export function namingDay({ structureOn, today }: Manner, periods: readonly PeriodAsked[]): string {
  return (
    structureOn ??
    periods.reduce((last, { range }) => (range.to > last ? range.to : last), periods[0]?.range.to ?? today)
  )
}

/** Throws `not-found` for an id that is no unit. */
export function requireUnits(structure: Structure, unitIds: readonly string[]): void {
  const unknown = unitIds.find((unitId) => !structure.byUnit.has(unitId))
  if (unknown) throw new Problem('not-found', 'indicators/unknown-unit', '', { values: { unit: unknown } })
}
