import type { z } from 'zod'
import type { Day } from '#kernel/calendar.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { periodKey } from '#kernel/period.ts'
import * as indicatorsContract from '#modules/indicators/contract.ts'
import { explain, indicators, readFigures } from '#modules/indicators/index.ts'
import type { Tx } from '#server/db.ts'
import type { Context } from '#server/operation.ts'
import { type Figure, type FigureRequest, figureKey, type Subject } from '../domain/figure.ts'
import type { IndicatorRef } from '../domain/lookup.ts'

export type Ask = {
  readonly now: Date
  readonly regime: 'cut-off' | 'calendar'
  readonly structureDay: Day
}

/** Every indicator in force on the day, in the order in which reports print them. */
export async function indicatorsOn(context: Context, day: Day): Promise<IndicatorRef[]> {
  const { indicators: known } = await asked(context, indicatorsContract.listIndicators, { day, search: '' })
  return known.map(({ code, rowCode, part, group, name }) => ({
    code,
    rowCode,
    part: part?.vi ?? null,
    name: name.vi,
    group: group.code,
    groupName: group.name.vi,
    ordinal: rowCode.split('.').at(-1) ?? '',
  }))
}

/**
 * The figures of the requests, by their keys. A code nobody has defined has no figure.
 * Requests with the same units, reach and period go down together, so a report is a handful of questions.
 */
export async function figuresOf(
  context: Context,
  requests: readonly FigureRequest[],
  ask: Ask,
): Promise<Map<string, Figure>> {
  const known = await knownSubjects(context, ask.structureDay)
  const figures = new Map<string, Figure>()
  for (const batch of batches(requests.filter(({ subject }) => known.has(subjectKey(subject))))) {
    for (const figure of await readBatch(context.tx, batch, ask)) figures.set(figure.key, figure)
  }
  return figures
}

async function knownSubjects(context: Context, day: Day): Promise<Set<string>> {
  const known = await asked(context, indicatorsContract.listIndicators, { day, search: '' })
  const { measures } = await asked(context, indicatorsContract.listMeasures, { search: '' })
  return new Set([
    ...known.indicators.map(({ code }) => `indicator:${code}`),
    ...measures.map(({ code }) => `measure:${code}`),
  ])
}

/** What an operation of the indicators module answers, in the caller's own transaction and scope. */
async function asked<I extends z.ZodObject, O extends z.ZodType>(
  context: Context,
  endpoint: Endpoint<I, O>,
  input: z.output<I>,
): Promise<z.input<O>> {
  const operation = indicators.operations.find((one) => one.endpoint.id === endpoint.id)
  if (!operation) throw new Error(`The indicators module has no ${endpoint.id}.`)
  // The operation is that of the contract, so its answer has the contract's type.
  return (await operation.run(context, input)) as z.input<O>
}

export type Correction = { readonly at: string; readonly by: string; readonly reason: string }

/** Why a figure reads otherwise since an instant: the reasons given with later statements, newest first. */
export async function correctionsOf(
  context: Context,
  figure: Pick<Figure, 'subject' | 'unitId' | 'reach' | 'period'>,
  { since, ...ask }: Ask & { readonly since: Date },
): Promise<Correction[]> {
  const place = { unitId: figure.unitId, period: periodKey(figure.period), ...mannerOf(ask, figure.reach) }
  const { measures } = await explain(context.tx, ask.now, { item: figure.subject, ...place })
  const found: Correction[] = []
  for (const { measure } of measures) {
    const item = { kind: 'measure' as const, code: measure.code }
    const { observations, subjects } = await asked(context, indicatorsContract.listSubjects, {
      item,
      ...place,
      limit: 100,
    })
    for (const { recordedAt, reason } of subjects) {
      if (reason !== null && new Date(recordedAt) > since) found.push({ at: recordedAt, by: '', reason })
    }
    for (const { recordedAt, recordedBy, reason } of observations) {
      if (new Date(recordedAt) > since) found.push({ at: recordedAt, by: recordedBy, reason })
    }
  }
  return found.toSorted((left, right) => (left.at < right.at ? 1 : -1)).slice(0, 20)
}

function mannerOf({ regime, structureDay }: Ask, reach: Figure['reach']) {
  return { regime, reach, structureOn: structureDay, knownAt: null, standing: 'submitted' as const }
}

function subjectKey({ kind, code }: Subject): string {
  return `${kind}:${code}`
}

type Batch = Pick<FigureRequest, 'reach' | 'period'> & {
  readonly subjects: readonly Subject[]
  readonly unitIds: readonly string[]
}

/** Requests as whole grids: first by reach and period, then subjects that are asked of the same units. */
function batches(requests: readonly FigureRequest[]): Batch[] {
  const byTime = Map.groupBy(requests, ({ reach, period }) => `${reach} ${periodKey(period)}`)
  return [...byTime.values()].flatMap((group) => {
    const bySubject = Map.groupBy(group, ({ subject }) => subjectKey(subject))
    const byUnits = Map.groupBy([...bySubject.values()], (asked) =>
      asked
        .map(({ unitId }) => unitId)
        .toSorted()
        .join(),
    )
    return [...byUnits.values()].flatMap((grids): Batch[] => {
      const first = grids[0]?.[0]
      if (!first) return []
      const subjects = grids.flatMap(([one]) => (one ? [one.subject] : []))
      const unitIds = (grids[0] ?? []).map(({ unitId }) => unitId)
      return [{ reach: first.reach, period: first.period, subjects, unitIds }]
    })
  })
}

async function readBatch(tx: Tx, { reach, period, subjects, unitIds }: Batch, ask: Ask): Promise<Figure[]> {
  const read = await readFigures(tx, ask.now, {
    items: subjects.map(({ kind, code }) => ({ kind, code })),
    units: [...unitIds],
    periods: [periodKey(period)],
    ...mannerOf(ask, reach),
  })
  const [shownPeriod] = read.periods
  return subjects.flatMap((subject, row) =>
    unitIds.flatMap((unitId, column): Figure[] => {
      const item = read.items[row]
      const unit = read.units[column]
      const cell = read.cells[row]?.[column]?.[0]
      if (!item || !unit || !cell || !shownPeriod) return []
      return [
        {
          key: figureKey({ subject, unitId, reach, period }),
          subject,
          name: item.name.vi,
          unitOfMeasure: item.unit.vi,
          unitId,
          unitName: unit.name,
          reach,
          period,
          from: shownPeriod.from,
          to: shownPeriod.to,
          state: cell.state,
          value: numberOf(cell.value),
          numerator: numberOf(cell.numerator),
          denominator: numberOf(cell.denominator),
          quality: cell.certainty,
          formula: item.formula.vi,
          targets: cell.targets,
          note: cell.note || null,
          parts: [],
        },
      ]
    }),
  )
}

/** Decimals travel as text; reports print at most 15 digits, which a number holds. */
function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal)
}
