import { decimalNumber } from '#kernel/decimal.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { references } from '#kernel/rules/expression.ts'
import type { Cell, Item } from '../contract.ts'
import {
  type Amount,
  addCoverage,
  amountText,
  emptyState,
  fresher,
  NOTHING,
  stateOfNumber,
  sumAmounts,
  worseCertainty,
} from '../domain/amount.ts'
import { formulaOf, valueOf } from '../domain/formula.ts'
import { verdictOf } from '../domain/verdict.ts'
import type { Certainty } from '../domain/words.ts'
import type { MeasureRow, TargetRow } from '../store/definitions.ts'
import { type Catalogue, codesOf } from './catalogue.ts'
import { countedTables } from './counted.ts'
import type { PeriodAsked, Query, Tables } from './query.ts'
import { reportedTables } from './reported.ts'

/** The cells of each item: `[unit][period]`. */
export async function cellsOf(query: Query, catalogue: Catalogue, items: readonly Item[]): Promise<Cell[][][]> {
  const measures = measuresNeeded(catalogue, items, query.periods)
  const tables = await amountTables(query, measures)
  const byCode = new Map(measures.map((measure) => [measure.code, tables.get(measure.id)]))
  return items.map((item) => {
    const makers = query.periods.map((asked) =>
      item.kind === 'measure'
        ? (at: AmountAt) => measureCell(at(item.code))
        : indicatorCells(catalogue, item.code, asked),
    )
    return query.unitIds.map((_, unit) =>
      makers.map((make, period) => make((code) => byCode.get(code)?.[unit]?.[period] ?? NOTHING)),
    )
  })
}

/** The amount of a measure, by its code, at the place that a cell stands at. */
type AmountAt = (measureCode: string) => Amount

/** Amounts of the measures, counted and reported. */
export async function amountTables(query: Query, measures: readonly MeasureRow[]): Promise<Tables> {
  const counted = await countedTables(
    query,
    measures.filter(({ source }) => source === 'counted'),
  )
  const reported = await reportedTables(
    query,
    measures.filter(({ source }) => source === 'reported'),
  )
  return new Map([...counted, ...reported])
}

/** Every measure that the items' formulas of these periods name. */
export function measuresNeeded(
  catalogue: Catalogue,
  items: readonly Item[],
  periods: readonly PeriodAsked[],
): readonly MeasureRow[] {
  const codes = new Set<string>()
  for (const item of items) {
    if (item.kind === 'measure') codes.add(item.code)
    else {
      for (const period of periods) {
        const version = catalogue.versionAt(item.code, period.range.to)
        for (const code of version ? codesOf(version) : []) codes.add(code)
      }
    }
  }
  return [...codes].flatMap((code) => catalogue.measure(code) ?? [])
}

/** What travels of a measure's amount. */
export function measureCell(amount: Amount): Cell {
  return { ...shared(amount), value: amountText(amount.value), numerator: null, denominator: null, targets: [] }
}

/** Makes what travels of an indicator in a period, for any unit: its version, formula and targets are looked up once. */
function indicatorCells(catalogue: Catalogue, code: string, period: PeriodAsked): (at: AmountAt) => Cell {
  const version = catalogue.versionAt(code, period.range.to)
  if (!version) return () => measureCell(NOTHING)
  const targets = catalogue.targetsAt(version.indicatorId, period.range.to)
  if (version.numerator === null) {
    const amount: Amount = { ...NOTHING, state: 'no-source', note: version.sourceNote || null }
    return () => ({ ...measureCell(amount), targets: judged(targets, null, period) })
  }
  const [top, bottom] = [formulaOf(version.numerator), version.denominator && formulaOf(version.denominator)]
  let last: { numerator: Amount; denominator: Amount | null; cell: Cell } | undefined
  return (at) => {
    const numerator = formulaAmount(top, at)
    const denominator = bottom ? formulaAmount(bottom, at) : null
    // Where nothing was counted, unit after unit has the very same amounts.
    if (last?.numerator !== numerator || last.denominator !== denominator) {
      last = { numerator, denominator, cell: partsCell(numerator, denominator, targets, period) }
    }
    return last.cell
  }
}

/** A ratio as its two parts, never their quotient; a value as itself. */
function partsCell(
  numerator: Amount,
  denominator: Amount | null,
  targets: readonly TargetRow[],
  period: PeriodAsked,
): Cell {
  const both = denominator ? ratioAmount(numerator, denominator) : numerator
  const parts = denominator
    ? { value: null, numerator: amountText(numerator.value), denominator: amountText(denominator.value) }
    : { value: amountText(numerator.value), numerator: null, denominator: null }
  if (targets.length === 0) return { ...shared(both), ...parts, targets: [] }
  const reached = denominator
    ? { numerator: numberOf(numerator), denominator: numberOf(denominator) }
    : { value: numberOf(numerator) }
  return { ...shared(both), ...parts, targets: judged(targets, both.value === null ? null : reached, period) }
}

function numberOf({ value }: Amount): number | null {
  return value && decimalNumber(value)
}

function judged(
  targets: readonly TargetRow[],
  reached: Parameters<typeof verdictOf>[1] | null,
  { range }: PeriodAsked,
): Cell['targets'] {
  return targets.map((target) => ({
    level: target.level,
    text: target.text,
    verdict: reached ? verdictOf({ text: target.text, parts: [...target.parts] }, reached, range.to) : 'unknown',
  }))
}

/** The amount of a formula over its measures. */
export function formulaAmount(expression: Expression, at: (code: string) => Amount): Amount {
  // Most formulas are one measure: its figure is theirs.
  if (expression.kind === 'reference') return at(expression.name)
  const codes = references(expression)
  const amounts = codes.map(at)
  const value = valueOf(expression, new Map(codes.map((code, index) => [code, amounts[index]?.value ?? null])))
  const together = sumAmounts(amounts)
  const certainty = amounts.reduce<Certainty>((worst, amount) => worseCertainty(worst, amount.certainty), 'exact')
  const state = value === null ? emptyState(amounts.filter((amount) => amount.value === null)) : stateOfNumber(value)
  const note = amounts.find((amount) => amount.note)?.note ?? null
  return { ...together, value, certainty, state, note }
}

/** State, sureness and freshness of a ratio: its number is the numerator's, and there is none without a denominator. */
function ratioAmount(numerator: Amount, denominator: Amount): Amount {
  const complete = numerator.value !== null && denominator.value !== null
  const state = complete ? numerator.state : emptyState([numerator, denominator].filter(({ value }) => value === null))
  return {
    state,
    value: complete ? numerator.value : null,
    certainty: worseCertainty(numerator.certainty, denominator.certainty),
    coverage: addCoverage(numerator.coverage, denominator.coverage),
    freshAt: fresher(numerator.freshAt, denominator.freshAt),
    note: numerator.note ?? denominator.note,
  }
}

function shared({ state, certainty, coverage, freshAt, note }: Amount) {
  return { state, certainty, coverage, freshAt: freshAt?.toISOString() ?? null, note }
}
