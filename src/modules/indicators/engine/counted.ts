import { add, type Decimal, decimalOf } from '#kernel/decimal.ts'
import type { DayRange } from '#kernel/period.ts'
import { type Amount, fresher, NOTHING, shareOf, stateOfNumber, worseCertainty } from '../domain/amount.ts'
import { type Buckets, cutIntoBuckets } from '../domain/bucket.ts'
import type { Certainty, Reach } from '../domain/words.ts'
import type { MeasureRow } from '../store/definitions.ts'
import { sumFacts } from '../store/facts.ts'
import { lastLevels, type Piece, sumPieces, sumTallies } from '../store/figures.ts'
import { type Query, reachOf, rowSources, type Table, type Tables, tableOf } from './query.ts'
import { daysToLook, existsOnAny, factSpansOf, type Source, unitsOf } from './territory.ts'

type Sum = { value: Decimal | null; certainty: Certainty; freshAt: Date | null }
/** Sums by measure id, and within it by place in the table: unit × periods + period. */
type Sums = Map<string, Map<number, Sum>>

const ZERO = decimalOf(0)
const NOT_DUE: Amount = { ...NOTHING, state: 'not-due' }
const ZERO_FLOW: Amount = { ...NOTHING, state: 'zero', value: ZERO }
const MISSING_STOCK: Amount = { ...NOTHING, state: 'missing' }

const cellAt = ({ periods }: Query, unit: number, period: number) => unit * periods.length + period

/** Changes the sum of one cell. */
function change(sums: Sums, measureId: string, cell: number, how: (before: Sum | undefined) => Sum): void {
  const ofMeasure = sums.get(measureId) ?? new Map<number, Sum>()
  if (ofMeasure.size === 0) sums.set(measureId, ofMeasure)
  ofMeasure.set(cell, how(ofMeasure.get(cell)))
}

/** Amounts of measures that are counted from facts. */
export async function countedTables(query: Query, measures: readonly MeasureRow[]): Promise<Tables> {
  const tables = new Map<string, Table>()
  for (const reach of ['own', 'subtree'] as const) {
    const flows = measures.filter((measure) => measure.nature === 'flow' && reachOf(measure, query.reach) === reach)
    const stocks = measures.filter((measure) => measure.nature === 'stock' && reachOf(measure, query.reach) === reach)
    const sums =
      query.structureOn === null && !query.groups
        ? await nativeFlows(query, flows, reach)
        : await movedFlows(query, flows, reach)
    const levels = await stockLevels(query, stocks, reach)
    for (const measure of flows) tables.set(measure.id, finished(query, measure, sums, true))
    for (const measure of stocks) tables.set(measure.id, finished(query, measure, levels, false))
  }
  return tables
}

/** As each fact stood on its own day: straight from the tallies, a layer of periods at a time. */
async function nativeFlows(query: Query, measures: readonly MeasureRow[], reach: Reach): Promise<Sums> {
  const sums: Sums = new Map()
  if (measures.length === 0) return sums
  const ids = measures.map(({ id }) => id)
  const cuts = query.periods.map(({ range }) => cutIntoBuckets(range))
  const whole = cuts.flatMap(({ whole: buckets }, period) => (buckets ? [{ buckets, period }] : []))
  for (const layer of layersOf(whole)) {
    const rows = await sumTallies(query.tx, {
      measureIds: ids,
      unitIds: query.unitIds,
      periods: layer.map(({ buckets }) => buckets),
      reach,
    })
    for (const row of rows) {
      const period = layer[row.period - 1]?.period ?? 0
      const cell = cellAt(query, row.unit - 1, period)
      change(sums, ids[row.measure - 1] ?? '', cell, (before) =>
        plus(before, decimalOf(row.value), 'exact', row.freshAt),
      )
    }
  }
  const edges = cuts.flatMap(({ edges: ranges }, period) => ranges.map((range) => ({ range, period })))
  for (const { range, period } of edges) {
    for (const [unit, unitId] of query.unitIds.entries()) {
      const source: Source = { unitId, covers: reach, ...range, share: WHOLE, certainty: 'exact' }
      await addEdge(query, measures, sums, { unit, period }, source)
    }
  }
  return sums
}

const WHOLE = { numerator: 1, denominator: 1 }

/** In the structure of another day: each former or later unit's own tallies, with its share. */
async function movedFlows(query: Query, measures: readonly MeasureRow[], reach: Reach): Promise<Sums> {
  const sums: Sums = new Map()
  if (measures.length === 0) return sums
  const pieces: (Piece & { readonly cell: { unit: number; period: number }; readonly source: Source })[] = []
  const edges: { readonly cell: { unit: number; period: number }; readonly source: Source }[] = []
  for (const unit of query.unitIds.keys()) {
    for (const [period, { range }] of query.periods.entries()) {
      for (const source of rowSources(query, unit, range, reach)) {
        const cut = cutIntoBuckets(source)
        const cell = { unit, period }
        if (cut.whole) pieces.push({ ...cut.whole, unitId: source.unitId, covers: source.covers, cell, source })
        for (const edge of cut.edges) edges.push({ cell, source: { ...source, ...edge } })
      }
    }
  }
  for (const row of await sumPieces(
    query.tx,
    measures.map(({ id }) => id),
    pieces,
  )) {
    const piece = pieces[row.piece - 1]
    const measure = measures[row.measure - 1]
    if (!piece || !measure) continue
    const cell = cellAt(query, piece.cell.unit, piece.cell.period)
    change(sums, measure.id, cell, (before) => plusShared(before, decimalOf(row.value), piece.source, row.freshAt))
  }
  for (const { cell, source } of edges) await addEdge(query, measures, sums, cell, source)
  return sums
}

/** Odd days at the end of a range, from the facts themselves. */
async function addEdge(
  query: Query,
  measures: readonly MeasureRow[],
  sums: Sums,
  cell: { readonly unit: number; readonly period: number },
  source: Source,
): Promise<void> {
  const spans = factSpansOf(query.structure, [source])
  const place = cellAt(query, cell.unit, cell.period)
  for (const measure of measures) {
    for (const { sum, freshAt } of await sumFacts(query.tx, measure.id, spans)) {
      change(sums, measure.id, place, (before) => plusShared(before, decimalOf(sum), source, freshAt))
    }
  }
}

/** The last known value of each unit on the period's last day (today, while the period runs), summed. */
async function stockLevels(query: Query, measures: readonly MeasureRow[], reach: Reach): Promise<Sums> {
  const sums: Sums = new Map()
  if (measures.length === 0) return sums
  const points: { unitId: string; day: string; unit: number; period: number; source: Source }[] = []
  for (const unit of query.unitIds.keys()) {
    for (const [period, { range }] of query.periods.entries()) {
      const day = range.to
      for (const source of rowSources(query, unit, onDay(day), reach)) {
        for (const member of unitsOf(query.structure, source, day))
          points.push({ unitId: member, day, unit, period, source })
      }
    }
  }
  for (const row of await lastLevels(
    query.tx,
    measures.map(({ id }) => id),
    points,
  )) {
    const point = points[row.point - 1]
    const measure = measures[row.measure - 1]
    if (!point || !measure) continue
    const cell = cellAt(query, point.unit, point.period)
    change(sums, measure.id, cell, (before) => plusShared(before, decimalOf(row.value), point.source, row.freshAt))
  }
  return sums
}

function onDay(day: string): DayRange {
  return { from: day, to: day }
}

function plus(before: Sum | undefined, value: Decimal, certainty: Certainty, freshAt: Date): Sum {
  if (!before) return { value, certainty, freshAt }
  return {
    value: before.value && add(before.value, value),
    certainty: worseCertainty(before.certainty, certainty),
    freshAt: fresher(before.freshAt, freshAt),
  }
}

function plusShared(before: Sum | undefined, value: Decimal, source: Source, freshAt: Date): Sum {
  // Nothing shared out is nothing, however unsure the share.
  if (value.units === 0n) return plus(before, value, 'exact', freshAt)
  const shared = shareOf(value, source.share)
  const sum = plus(before, shared ?? ZERO, source.certainty, freshAt)
  return shared === null ? { ...sum, value: null } : sum
}

/** Where nothing was counted: zero for a flow while the unit existed, unknown for a stock, not due for days to come. */
function finished(query: Query, measure: MeasureRow, sums: Sums, isFlow: boolean): Table {
  const ofMeasure = sums.get(measure.id)
  const exists = existenceIn(query)
  return tableOf(query, (unit, period): Amount => {
    const sum = ofMeasure?.get(cellAt(query, unit, period))
    if (sum) {
      if (sum.value === null || sum.certainty === 'not-derivable') {
        return { ...NOTHING, state: 'not-derivable', certainty: 'not-derivable', freshAt: sum.freshAt }
      }
      return {
        ...NOTHING,
        state: stateOfNumber(sum.value),
        value: sum.value,
        certainty: sum.certainty,
        freshAt: sum.freshAt,
      }
    }
    const range = query.periods[period]?.range ?? onDay(query.today)
    if (
      !exists(unit, period) ||
      range.to < measure.validFrom ||
      (measure.validTo !== null && range.from >= measure.validTo)
    )
      return NOTHING
    if (range.from > query.today) return NOT_DUE
    return isFlow ? ZERO_FLOW : MISSING_STOCK
  })
}

/** Whether a row's unit, or any of its group's sources, exists in a period of the table. */
function existenceIn(query: Query): (unit: number, period: number) => boolean {
  const ranges = query.periods.map(({ range }) => range)
  const days = ranges.map((range) =>
    daysToLook(query.structure, query.structureOn === null ? range : onDay(query.structureOn)),
  )
  return (unit, period) => {
    const group = query.groups?.[unit]
    const range = ranges[period]
    if (group) return range !== undefined && group.some(({ from, to }) => from <= range.to && to >= range.from)
    return existsOnAny(query.structure, query.unitIds[unit] ?? '', days[period] ?? [])
  }
}

/** Periods in as few groups as the greedy way finds, so that within a group none overlap. */
function layersOf<T extends { readonly buckets: Buckets }>(periods: readonly T[]): readonly (readonly T[])[] {
  const layers: T[][] = []
  for (const period of periods.toSorted((a, b) => a.buckets.first - b.buckets.first)) {
    const layer = layers.find((one) => (one.at(-1)?.buckets.last ?? -1) < period.buckets.first)
    if (layer) layer.push(period)
    else layers.push([period])
  }
  return layers
}
