import { fold } from '#kernel/text.ts'
import type { Thing } from '../lexicon/things.ts'
import { POPULATIONS } from '../lexicon/things.ts'
import type { Reading, Statement } from '../reading/reading.ts'
import { type IndicatorRow, indicatorRows } from './indicator-row.ts'
import { thingsAsked } from './things.ts'

/** A fraction given as the result of an indicator, and what it is asked to be a share of. */
export type ResultFraction = {
  readonly row: IndicatorRow
  readonly statement: Statement
  readonly top: number
  readonly bottom: number
  readonly asked: readonly Thing[]
  /** The population the indicator begins with, when it is one of those everybody means the same by. */
  readonly population: (typeof POPULATIONS)[number] | null
}

const known = new WeakMap<Reading, readonly ResultFraction[]>()

/** The fractions in result columns, one for each time they stand there. Doubtful readings of a lost mark are left out. */
export function resultFractions(reading: Reading): readonly ResultFraction[] {
  const before = known.get(reading)
  if (before) return before
  const made = indicatorRows(reading).flatMap((row) => {
    const asked = thingsAsked(row.label)
    const population = populationOf(row.label)
    return row.results.flatMap(({ statements }) =>
      statements.flatMap((statement): readonly ResultFraction[] => {
        const { numerator, denominator } = statement
        if (!numerator || !denominator || denominator.decimals > 0) return []
        return [{ row, statement, top: numerator.value, bottom: denominator.value, asked, population }]
      }),
    )
  })
  known.set(reading, made)
  return made
}

/** Fractions of different rows by what `keyOf` gives; rows that give `null` are left out, and so is what only one row has. */
export function sharedBy(
  fractions: readonly ResultFraction[],
  keyOf: (fraction: ResultFraction) => string | number | null,
): readonly (readonly ResultFraction[])[] {
  const groups = Map.groupBy(fractions, keyOf)
  groups.delete(null)
  return [...groups.values()].filter((group) => new Set(group.map(({ row }) => row)).size > 1)
}

/** A number that is nobody's estimate and no small count: nothing meets it by chance. */
export function isTelling(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least && value % 100 !== 0
}

function populationOf(label: string): ResultFraction['population'] {
  const folded = fold(label)
  return POPULATIONS.find(({ pattern }) => pattern.test(folded)) ?? null
}
