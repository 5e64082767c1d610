import type { z } from 'zod'
import { addDays } from '#kernel/calendar.ts'
import { add, compare, type Decimal, decimalOf, decimalText } from '#kernel/decimal.ts'
import type { DayRange } from '#kernel/period.ts'
import { childrenAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { Cell, Check, Contribution, explainFigure } from '../contract.ts'
import { type Catalogue, codesOf, loadCatalogue } from './catalogue.ts'
import { cellsOf } from './cells.ts'
import { mannerOf, namingDay, requireUnits } from './figures.ts'
import { periodsAsked, type Query } from './query.ts'
import { shownItem, shownMeasure, shownPeriod, shownUnit, wordsOf } from './shown.ts'
import { type Source, sourcesOf, stretchesOf } from './territory.ts'

type Input = z.output<typeof explainFigure.input>
type Part = 'numerator' | 'denominator' | 'value'

/** Where a figure comes from: its formula, the figures in it, and what each unit contributes; with the proof that they add up. */
export async function explain(tx: Tx, now: Date, input: Input): Promise<z.input<typeof explainFigure.output>> {
  const structure = await loadStructure(tx)
  requireUnits(structure, [input.unitId])
  const catalogue = await loadCatalogue(tx, [input.item])
  const manner = mannerOf(input, now)
  const periods = periodsAsked([input.period], manner.regime)
  const query: Query = { ...manner, tx, structure, unitIds: [input.unitId], periods }
  const [asked] = periods
  if (!asked) throw new Error('one period was asked')

  const version = input.item.kind === 'indicator' ? catalogue.versionAt(input.item.code, asked.range.to) : undefined
  const codes = version ? [...new Set(codesOf(version))] : input.item.kind === 'measure' ? [input.item.code] : []
  const measures = codes.flatMap((code) => catalogue.measure(code) ?? [])
  const cells = await cellsOf(query, catalogue, [
    input.item,
    ...codes.map((code) => ({ kind: 'measure' as const, code })),
  ])
  const cell = oneCell(cells[0])
  const contributions = await contributionsOf(query, catalogue, input, asked.range)
  const partOf = (code: string): Part[] => {
    if (!version) return ['value']
    if (version.denominator === null) return ['value']
    const inPart = (text: string | null) =>
      text !== null && codesOf({ numerator: text, denominator: null }).includes(code)
    return [
      ...(inPart(version.numerator) ? ['numerator' as const] : []),
      ...(inPart(version.denominator) ? ['denominator' as const] : []),
    ]
  }
  const day = namingDay(manner, periods)
  return {
    item: shownItem(catalogue, input.item, day),
    unit: shownUnit(structure, input.unitId, day),
    period: shownPeriod(asked, input.regime),
    cell,
    numeratorFormula: version ? wordsOf(version.numerator, catalogue.measure) : null,
    denominatorFormula: version ? wordsOf(version.denominator, catalogue.measure) : null,
    measures: measures.map((measure, index) => ({
      measure: shownMeasure(measure),
      partOf: partOf(measure.code),
      cell: oneCell(cells[index + 1]),
    })),
    contributions,
    checks: checksOf(cell, contributions),
  }
}

function oneCell(table: Cell[][] | undefined): Cell {
  const cell = table?.[0]?.[0]
  if (!cell) throw new Error('one cell was asked')
  return cell
}

type Group = { readonly unitId: string; readonly own: boolean; readonly sources: readonly Source[] }

async function contributionsOf(
  query: Query,
  catalogue: Catalogue,
  input: Input,
  range: DayRange,
): Promise<z.infer<typeof Contribution>[]> {
  const groups =
    query.structureOn === null ? nativeGroups(query.structure, input, range) : movedGroups(query, input, range)
  const rows = { ...query, unitIds: groups.map(({ unitId }) => unitId), groups: groups.map(({ sources }) => sources) }
  const [table] = await cellsOf(rows, catalogue, [input.item])
  return groups.flatMap((group, index) => {
    const cell = table?.[index]?.[0]
    if (!cell || (cell.numerator === null && cell.denominator === null && cell.value === null && !isOpen(cell)))
      return []
    const share = group.sources[0]?.share
    const weight = share && share.numerator !== share.denominator ? `${share.numerator}/${share.denominator}` : null
    return [
      {
        unit: shownUnit(query.structure, group.unitId, group.sources[0]?.to ?? range.to),
        own: group.own,
        numerator: cell.numerator,
        denominator: cell.denominator,
        value: cell.value,
        state: cell.state,
        certainty: cell.certainty,
        weight,
        openable: !group.own,
      },
    ]
  })
}

/** Without a number, but something to say: missing, not due, answered in words. */
function isOpen({ state }: Cell): boolean {
  return state !== 'not-applicable' && state !== 'no-source'
}

const WHOLE = { numerator: 1, denominator: 1 }

/** The unit itself, and each unit directly under it on the days it stood there. */
function nativeGroups(structure: Structure, { unitId, reach }: Input, range: DayRange): readonly Group[] {
  const own: Group = {
    unitId,
    own: true,
    sources: [{ unitId, covers: 'own', ...range, share: WHOLE, certainty: 'exact' }],
  }
  if (reach === 'own') return [own]
  const children = new Map<string, Source[]>()
  for (const stretch of stretchesOf(structure, range)) {
    for (const child of childrenAt(structure, unitId, stretch.from)) {
      const spans = children.get(child.unitId) ?? []
      const last = spans.at(-1)
      if (last && addDays(last.to, 1) === stretch.from) spans[spans.length - 1] = { ...last, to: stretch.to }
      else spans.push({ unitId: child.unitId, covers: 'subtree', ...stretch, share: WHOLE, certainty: 'exact' })
      children.set(child.unitId, spans)
    }
  }
  return [own, ...[...children].map(([childId, sources]) => ({ unitId: childId, own: false, sources }))]
}

/** Each former or later unit that the structure's unit is made of, with its share. */
function movedGroups({ structure, structureOn }: Query, { unitId, reach }: Input, range: DayRange): readonly Group[] {
  const byShare = Map.groupBy(
    sourcesOf(structure, { unitId, structureOn, reach }, range),
    (source) => `${source.unitId} ${source.covers} ${source.share?.numerator}/${source.share?.denominator}`,
  )
  return [...byShare.values()].flatMap((sources) => {
    const [first] = sources
    return first ? [{ unitId: first.unitId, own: first.covers === 'own' && first.unitId === unitId, sources }] : []
  })
}

/** For each number of the figure: whether what is listed adds up to it. */
function checksOf(
  cell: Cell,
  contributions: readonly z.infer<typeof Contribution>[],
): (z.infer<typeof Check> & { part: Part })[] {
  const parts: readonly Part[] = cell.value !== null ? ['value'] : ['numerator', 'denominator']
  return parts.flatMap((part) => {
    const figure = cell[part]
    if (figure === null) return []
    const numbers = contributions.flatMap((row) => (row[part] === null ? [] : [decimalOf(row[part])]))
    return [{ part, listed: numbers.length, total: contributions.length, ...sumAgainst(numbers, figure) }]
  })
}

/** The sum of numbers beside the figure they should make, and whether they do. */
export function sumAgainst(numbers: readonly Decimal[], figure: string | null) {
  const sum = numbers.reduce<Decimal>((all, one) => add(all, one), decimalOf(0))
  return { sum: decimalText(sum), figure, agrees: figure !== null && compare(sum, decimalOf(figure)) === 0 }
}
