import type { Day } from '#kernel/calendar.ts'
import type { Count, Difference, Kept } from '#kernel/counted.ts'
import { add, type Decimal, decimalOf, decimalText } from '#kernel/decimal.ts'
import { Problem, type ProblemDetail } from '#kernel/problem.ts'
import { ancestorsOf, findUnitAt, loadStructure, type Structure } from '#modules/organisation/index.ts'
import type { HandlerContext } from '#server/events.ts'
import { bucketOf } from '../domain/bucket.ts'
import { findMeasures, type MeasureRow } from '../store/definitions.ts'
import { type FactRow, insertFacts, type PendingRow } from '../store/facts.ts'

/** Something that happened and is counted. A `subject` is what the figure opens to: a dossier, a document, a payment. */
export type NewFact = {
  readonly measure: string
  readonly unitId: string
  readonly day: Day
  /** A decimal as text; 1 for counting. */
  readonly value: string
  readonly subject?: { readonly kind: string; readonly id: string; readonly label: string } | null
  readonly correctsId?: string
  readonly reason?: string
}

export type RecordContext = Pick<HandlerContext, 'tx' | 'now' | 'newId' | 'announce'> & {
  readonly actor: { readonly id: string }
}

/** The browser topic on which a change of figures is announced. */
export const FIGURES_TOPIC = 'indicators.figures'

/**
 * Records facts in the caller's transaction and gives their ids: every figure that counts them, at every level, is right as soon
 * as it commits. Throws `invalid-input` naming each fact that cannot be recorded; then none is.
 */
export async function recordFacts(context: RecordContext, facts: readonly NewFact[]): Promise<string[]> {
  if (facts.length === 0) return []
  const structure = await loadStructure(context.tx)
  const measures = new Map(
    (await findMeasures(context.tx, [...new Set(facts.map(({ measure }) => measure))])).map((row) => [row.code, row]),
  )
  const errors = facts.flatMap((fact, index) => faultOf(fact, index, measures.get(fact.measure), structure))
  if (errors.length > 0) {
    throw new Problem('invalid-input', 'indicators/bad-facts', 'Some facts cannot be recorded.', {
      errors: errors.slice(0, 100),
    })
  }
  const rows = facts.map((fact) => rowOf(fact, measures.get(fact.measure), context))
  const flows = new Set([...measures.values()].filter(({ nature }) => nature === 'flow').map(({ id }) => id))
  await insertFacts(
    context.tx,
    rows,
    pendingOf(
      structure,
      rows.filter(({ measureId }) => flows.has(measureId)),
      context.now,
    ),
  )
  // Flows are announced when they are folded, at most twice a second; a stock has nothing to fold.
  if (rows.some(({ measureId }) => !flows.has(measureId))) await context.announce(FIGURES_TOPIC)
  return rows.map(({ id }) => id)
}

type Changed<C extends Count> = {
  readonly subject: NonNullable<NewFact['subject']>
  readonly difference: Difference<C>
  /** Stands beside what is taken back. */
  readonly reason: string
}

/** Records a difference in the caller's transaction: what no longer holds is taken back by a correcting fact. What was added, with its facts. */
export async function recordDifference<C extends Count>(
  context: RecordContext,
  { subject, difference: { added, takenBack }, reason }: Changed<C>,
): Promise<(C & Kept)[]> {
  const ids = await recordFacts(context, [
    ...takenBack.map(({ measure, unitId, day, value, factId }) => ({
      measure,
      unitId,
      day,
      value: String(-value),
      subject,
      correctsId: factId,
      reason,
    })),
    ...added.map(({ measure, unitId, day, value }) => ({ measure, unitId, day, value: String(value), subject })),
  ])
  const newIds = ids.slice(takenBack.length)
  return added.map((count, index) => ({ ...count, factId: newIds[index] ?? '' }))
}

function faultOf(
  fact: NewFact,
  index: number,
  measure: MeasureRow | undefined,
  structure: Structure,
): readonly ProblemDetail[] {
  const fault = (field: string, code: string, values: Record<string, string | number> = {}) => [
    {
      path: `facts.${index}.${field}`,
      code,
      message: code,
      values: { ...values, measure: fact.measure, day: fact.day },
    },
  ]
  if (!measure) return fault('measure', 'indicators/unknown-measure', { code: fact.measure })
  if (measure.source !== 'counted') return fault('measure', 'indicators/measure-is-reported')
  if (fact.day < measure.validFrom || (measure.validTo !== null && fact.day >= measure.validTo)) {
    return fault('day', 'indicators/measure-not-valid')
  }
  // What is taken back stands where it was recorded, also when a change entered late says that the unit had ended by then.
  if (!fact.correctsId && !findUnitAt(structure, fact.unitId, fact.day))
    return fault('unitId', 'indicators/unit-not-there')
  if (decimalOf(fact.value).scale > measure.decimals) {
    return fault('value', 'indicators/too-many-decimals', { decimals: measure.decimals })
  }
  return []
}

function rowOf(fact: NewFact, measure: MeasureRow | undefined, { newId, now, actor }: RecordContext): FactRow {
  return {
    id: newId(),
    measureId: measure?.id ?? '',
    unitId: fact.unitId,
    day: fact.day,
    value: fact.value,
    subjectKind: fact.subject?.kind ?? null,
    subjectId: fact.subject?.id ?? null,
    label: fact.subject?.label ?? null,
    correctsId: fact.correctsId ?? null,
    reason: fact.reason ?? null,
    recordedAt: now,
    recordedBy: actor.id,
  }
}

type Adding = { own: Decimal; total: Decimal; facts: number; measureId: string; unitId: string; bucket: number }

/** What the facts add to their units and to all that stood above them on the day of each. */
export function pendingOf(structure: Structure, rows: readonly FactRow[], recordedAt: Date): PendingRow[] {
  const added = new Map<string, Adding>()
  for (const { measureId, unitId, day, value } of rows) {
    const bucket = bucketOf(day)
    const amount = decimalOf(value)
    for (const above of [unitId, ...ancestorsOf(structure, unitId, day).map((version) => version.unitId)]) {
      const key = `${measureId} ${above} ${bucket}`
      const known = added.get(key) ?? { own: ZERO, total: ZERO, facts: 0, measureId, unitId: above, bucket }
      if (above === unitId) known.own = add(known.own, amount)
      known.total = add(known.total, amount)
      known.facts++
      added.set(key, known)
    }
  }
  return [...added.values()].map((row) => ({
    ...row,
    own: decimalText(row.own),
    total: decimalText(row.total),
    recordedAt,
  }))
}

const ZERO = decimalOf(0)
