import type { z } from 'zod'
import { decimalOf, decimalText } from '#kernel/decimal.ts'
import { periodKey } from '#kernel/period.ts'
import { Problem } from '#kernel/problem.ts'
import { loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { Tx } from '#server/db.ts'
import type { listSubjects, ObservationVersion, Subject } from '../contract.ts'
import { shareOf } from '../domain/amount.ts'
import { statusOf } from '../domain/approval.ts'
import { cutIntoBuckets } from '../domain/bucket.ts'
import type { Regime } from '../domain/words.ts'
import type { MeasureRow } from '../store/definitions.ts'
import { type ListedFact, lastFacts, listFacts, sumFacts } from '../store/facts.ts'
import { sumPieces } from '../store/figures.ts'
import { findObservations, type Versioned } from '../store/observations.ts'
import { loadCatalogue } from './catalogue.ts'
import { amountTables } from './cells.ts'
import { sumAgainst } from './explain.ts'
import { mannerOf, requireUnits } from './figures.ts'
import { type PeriodAsked, periodsAsked, type Query, reachOf, rowSources } from './query.ts'
import { loadReports, membersOfCell, statementOf } from './reported.ts'
import { shownPeriod, shownUnit } from './shown.ts'
import { type FactSpan, factSpansOf, unitsOf } from './territory.ts'

type Input = z.output<typeof listSubjects.input>
type Output = z.input<typeof listSubjects.output>
type Asked = {
  readonly query: Query
  readonly measure: MeasureRow
  readonly period: PeriodAsked
  readonly input: Input
  readonly figure: string | null
}

/** The facts, or the reports, that a measure's figure is made of: one page, with the proof that all pages add up to it. */
export async function subjectsOf(tx: Tx, now: Date, input: Input): Promise<Output> {
  const structure = await loadStructure(tx)
  requireUnits(structure, [input.unitId])
  const catalogue = await loadCatalogue(tx, [input.item])
  const measure = input.item.kind === 'measure' ? catalogue.measure(input.item.code) : undefined
  if (!measure)
    throw new Problem('invalid-input', 'indicators/unknown-measure', '', { values: { code: input.item.code } })
  const manner = mannerOf(input, now)
  const periods = periodsAsked([input.period], manner.regime)
  const query: Query = { ...manner, tx, structure, unitIds: [input.unitId], periods }
  const [period] = periods
  if (!period) throw new Error('one period was asked')
  const amount = (await amountTables(query, [measure])).get(measure.id)?.[0]?.[0]
  const figure = amount?.value ? decimalText(amount.value) : null
  const asked = { query, measure, period, input, figure }
  if (measure.source === 'reported') return reportedSubjects(asked)
  return measure.nature === 'stock' ? stockSubjects(asked) : flowSubjects(asked)
}

async function flowSubjects({ query, measure, period, input, figure }: Asked): Promise<Output> {
  const { tx, structure } = query
  const sources = rowSources(query, 0, period.range, reachOf(measure, query.reach))
  const spans = factSpansOf(structure, sources)
  const after = readMark(input.after)
  const rows = await listFacts(tx, { measureId: measure.id, spans, after, limit: input.limit + 1 })
  const page = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? page.at(-1) : undefined
  const counted = await sumFacts(tx, measure.id, spans)
  const numbers = counted.flatMap(({ span, sum }) => shareOf(decimalOf(sum), spans[span - 1]?.share ?? null) ?? [])
  return {
    source: 'counted',
    subjects: page.map((row) => shownFact(structure, row, spans[row.span - 1])),
    observations: [],
    next: last ? `${last.day} ${last.id}` : null,
    check: {
      listed: counted.reduce((sum, { count }) => sum + count, 0),
      total: await factsInFigure(query, measure, sources, period),
      ...sumAgainst(numbers, figure),
    },
    masked: page.filter(({ visibleId }) => visibleId === null).length,
  }
}

/** How many facts the tallies say the figure holds. */
async function factsInFigure(
  { tx, structure }: Query,
  measure: MeasureRow,
  sources: ReturnType<typeof rowSources>,
  _period: PeriodAsked,
): Promise<number> {
  const cuts = sources.map((source) => ({ source, cut: cutIntoBuckets(source) }))
  const pieces = cuts.flatMap(({ source, cut }) =>
    cut.whole ? [{ ...cut.whole, unitId: source.unitId, covers: source.covers }] : [],
  )
  const edges = cuts.flatMap(({ source, cut }) => cut.edges.map((edge) => ({ ...source, ...edge })))
  const whole = await sumPieces(tx, [measure.id], pieces)
  // `facts` of a tally counts what lies at or below the unit; own pieces are counted one by one.
  const ownSpans = factSpansOf(
    structure,
    sources.filter(({ covers }) => covers === 'own'),
  )
  const own = await sumFacts(tx, measure.id, ownSpans)
  const odd = await sumFacts(
    tx,
    measure.id,
    factSpansOf(
      structure,
      edges.filter(({ covers }) => covers === 'subtree'),
    ),
  )
  const ofSubtrees = whole.filter(({ piece }) => pieces[piece - 1]?.covers === 'subtree')
  return [...ofSubtrees.map(({ facts }) => facts), ...[...own, ...odd].map(({ count }) => count)].reduce(
    (a, b) => a + b,
    0,
  )
}

/** The last known value of each unit. */
async function stockSubjects({ query, measure, period, input, figure }: Asked): Promise<Output> {
  const day = period.range.to
  const sources = rowSources(query, 0, { from: day, to: day }, reachOf(measure, query.reach))
  const points = sources.flatMap((source) =>
    unitsOf(query.structure, source, day).map((unitId): FactSpan => ({ ...source, unitId, from: day, to: day })),
  )
  const rows = await lastFacts(query.tx, measure.id, points)
  const numbers = rows.flatMap(({ span, value }) => shareOf(decimalOf(value), points[span - 1]?.share ?? null) ?? [])
  const { page, next } = pageOf(rows, input)
  return {
    source: 'counted',
    subjects: page.map((row) => shownFact(query.structure, row, points[row.span - 1])),
    observations: [],
    next,
    check: { listed: rows.length, total: rows.length, ...sumAgainst(numbers, figure) },
    masked: page.filter(({ visibleId }) => visibleId === null).length,
  }
}

async function reportedSubjects({ query, measure, period, input, figure }: Asked): Promise<Output> {
  const members = membersOfCell(query, reachOf(measure, query.reach), 0, 0)
  const reports = await loadReports(
    query,
    [measure],
    members.map(({ unitId }) => unitId),
  )
  const made = members.flatMap((member) => {
    const own = statementOf(query, measure, reports, member.unitId, period.period)
    return own ? [{ member, own }] : []
  })
  const numbers = made.flatMap(({ own, member }) => (own.value ? (shareOf(own.value, member.share) ?? []) : []))
  const all = made.flatMap(({ own, member }) => own.made.map(({ id }) => ({ id, member })))
  const { page, next } = pageOf(all, input)
  const rows = new Map(
    (
      await findObservations(
        query.tx,
        page.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  )
  const stated = made.filter(({ own }) => own.value !== null).length
  return {
    source: 'reported',
    subjects: [],
    observations: page.flatMap(({ id, member }) => {
      const row = rows.get(id)
      return row ? [shownVersion(query.structure, row, input.regime, weightOf(member.share))] : []
    }),
    next,
    check: { listed: numbers.length, total: stated, ...sumAgainst(numbers, figure) },
    masked: 0,
  }
}

function pageOf<T>(all: readonly T[], { after, limit }: Input): { page: readonly T[]; next: string | null } {
  const start = Math.max(0, Number(after ?? 0) || 0)
  return { page: all.slice(start, start + limit), next: start + limit < all.length ? String(start + limit) : null }
}

function readMark(after: string | undefined): { day: string; id: string } | null {
  const [day, id] = (after ?? '').split(' ')
  return day && id && /^\d{4}-\d\d-\d\d$/.test(day) && /^[0-9a-f-]{36}$/.test(id) ? { day, id } : null
}

function weightOf(share: { readonly numerator: number; readonly denominator: number } | null): string | null {
  return share && share.numerator !== share.denominator ? `${share.numerator}/${share.denominator}` : null
}

function shownFact(structure: Structure, row: ListedFact, span: FactSpan | undefined): z.input<typeof Subject> {
  const seen = row.visibleId !== null && row.subjectKind !== null
  return {
    factId: row.id,
    unit: shownUnit(structure, row.unitId, row.day),
    day: row.day,
    value: row.value,
    weight: weightOf(span?.share ?? null),
    subject: seen ? { kind: row.subjectKind ?? '', id: row.subjectId ?? '', label: row.label ?? '' } : null,
    correctsId: row.correctsId,
    reason: row.visibleId === null ? null : row.reason,
    recordedAt: row.recordedAt.toISOString(),
  }
}

/** A version of a reported number as it travels. */
export function shownVersion(
  structure: Structure,
  row: Versioned,
  regime: Regime,
  weight: string | null,
): z.input<typeof ObservationVersion> {
  const period = { kind: row.periodKind, year: row.periodYear, number: row.periodNumber }
  const range = { from: row.periodFrom, to: row.periodTo }
  const { stage, levels, returned } = row
  return {
    id: row.id,
    unit: shownUnit(structure, row.unitId, row.periodTo),
    period: shownPeriod({ key: periodKey(period), period, range }, regime),
    value: row.value,
    state: row.state,
    raw: row.raw,
    note: row.note,
    source: row.source,
    reason: row.reason,
    recordedAt: row.recordedAt.toISOString(),
    recordedBy: row.recordedByName,
    supersededAt: row.supersededAt?.toISOString() ?? null,
    weight,
    status: stage === null || levels === null ? null : statusOf({ stage, levels, returned: returned ?? false }),
    steps: row.steps.map(({ unitId, at, ...step }) => ({
      ...step,
      at: new Date(at).toISOString(),
      unit: shownUnit(structure, unitId, row.periodTo).name,
    })),
    evidence: [...row.evidence],
  }
}
