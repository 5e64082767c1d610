import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, limitField, line } from '#kernel/fields.ts'
import { SHEET_ACTS, SHEET_STATUSES } from '../domain/approval.ts'
import * as words from '../domain/words.ts'
import { code, decimal, instant, Measure, moment, periodKey, regime, typedDecimal } from './definitions.ts'

export const Item = z.object({ kind: z.enum(['indicator', 'measure']), code: z.string().max(80) })
export type Item = z.infer<typeof Item>
const figureOptions = {
  regime: regime.default('cut-off'),
  reach: z.enum(words.REACHES).default('subtree'),
  /** Show in the structure of this day (17 wards, 5 wards); null: as each thing stood on its own day. */
  structureOn: dayField.nullable().default(null),
  /** As it was known at this instant; null: now. Reported measures only. */
  knownAt: instant.nullable().default(null),
  /** `submitted`: everything handed in. `approved`: only what has passed the whole chain. */
  standing: z.enum(['submitted', 'approved']).default('submitted'),
}
export const Cell = z.object({
  state: z.enum(words.FIGURE_STATES),
  /** A measure's or a value indicator's number; null for a ratio, which is its two parts. */
  value: decimal.nullable(),
  numerator: decimal.nullable(),
  denominator: decimal.nullable(),
  certainty: z.enum(words.CERTAINTIES),
  /** Units that have stated a value, of those that should have; null when everything is counted from facts. */
  coverage: z.object({ stated: z.number(), expected: z.number() }).nullable(),
  /** When the newest thing in it was recorded. */
  freshAt: moment.nullable(),
  /** What the unit wrote beside the number, or instead of it. */
  note: z.string().nullable(),
  targets: z.array(z.object({ level: z.enum(words.TARGET_LEVELS), text: z.string(), verdict: z.enum(words.VERDICTS) })),
})
export type Cell = z.infer<typeof Cell>
export const PeriodShown = z.object({
  key: z.string(),
  regime,
  from: z.string(),
  to: z.string(),
  label: bothField,
  range: z.string(),
})
export const ItemShown = Item.extend({
  name: bothField,
  unit: bothField,
  decimals: z.number(),
  factor: z.number(),
  form: z.enum(['ratio', 'value']),
  formula: bothField,
})
export const UnitShown = z.object({ id: z.string(), name: z.string(), code: z.string().nullable() })

export const getFigures = endpoint({
  id: 'indicators.get-figures',
  method: 'POST',
  path: '/indicators/figures',
  permission: 'indicators:read',
  changes: false,
  summary: { vi: 'Số liệu: chỉ tiêu × đơn vị × kỳ', en: 'Figures: items × units × periods' },
  input: z.object({
    items: z.array(Item).min(1).max(300),
    units: z.array(idField).min(1).max(4000),
    periods: z.array(periodKey).min(1).max(60),
    ...figureOptions,
  }),
  output: z.object({
    items: z.array(ItemShown),
    units: z.array(UnitShown),
    periods: z.array(PeriodShown),
    /** cells[item][unit][period] in the order asked. */
    cells: z.array(z.array(z.array(Cell))),
  }),
})
export const startingPoint = endpoint({
  id: 'indicators.starting-point',
  method: 'GET',
  path: '/indicators/starting-point',
  permission: 'indicators:read',
  summary: { vi: 'Đơn vị và kỳ nên mở đầu tiên', en: 'The unit and period to open first' },
  /** One's own unit, when there is one. */
  input: z.object({ unitId: idField.optional() }),
  /** The newest period the unit, or anything ever under it, reported for; without a unit, whose report is newest. Null: nothing yet. */
  output: z.object({ unit: UnitShown.nullable(), period: z.string().nullable() }),
})
const oneFigure = { item: Item, unitId: idField, period: periodKey, ...figureOptions }
const PartOf = z.enum(['numerator', 'denominator', 'value'])
export const Contribution = z.object({
  unit: UnitShown,
  own: z.boolean(),
  numerator: decimal.nullable(),
  denominator: decimal.nullable(),
  value: decimal.nullable(),
  certainty: z.enum(words.CERTAINTIES),
  /** `1/3`: only this part belongs here; null: all of it. */
  weight: z.string().nullable(),
  openable: z.boolean(),
  state: z.enum(words.FIGURE_STATES),
})
export const Check = z.object({
  listed: z.number(),
  total: z.number(),
  sum: decimal.nullable(),
  figure: decimal.nullable(),
  agrees: z.boolean(),
})
export const explainFigure = endpoint({
  id: 'indicators.explain-figure',
  method: 'POST',
  path: '/indicators/figures/explanation',
  permission: 'indicators:read',
  changes: false,
  summary: { vi: 'Một con số từ đâu mà có', en: 'Where a figure comes from' },
  input: z.object(oneFigure),
  output: z.object({
    item: ItemShown,
    unit: UnitShown,
    period: PeriodShown,
    cell: Cell,
    numeratorFormula: bothField.nullable(),
    denominatorFormula: bothField.nullable(),
    /** Each measure of the formula with its own figure. */
    measures: z.array(z.object({ measure: Measure, partOf: z.array(PartOf), cell: Cell })),
    contributions: z.array(Contribution),
    checks: z.array(Check.extend({ part: PartOf })),
  }),
})
export const ObservationVersion = z.object({
  id: z.string(),
  unit: UnitShown,
  period: PeriodShown,
  value: decimal.nullable(),
  state: z.enum(words.STORED_STATES),
  raw: z.string(),
  note: z.string(),
  source: z.string(),
  reason: z.string(),
  recordedAt: moment,
  recordedBy: z.string(),
  supersededAt: moment.nullable(),
  /** `1/3`: only this part belongs here; null: all of it. */
  weight: z.string().nullable(),
  status: z.enum(SHEET_STATUSES).nullable(),
  steps: z.array(
    z.object({ act: z.enum(SHEET_ACTS), at: moment, by: z.string(), comment: z.string(), unit: z.string() }),
  ),
  evidence: z.array(z.object({ fileId: z.string(), name: z.string() })),
})
export const Subject = z.object({
  factId: z.string(),
  unit: UnitShown,
  day: z.string(),
  value: decimal,
  /** `1/3`: only this part belongs here; null: all of it. */
  weight: z.string().nullable(),
  /** Null when the reader's scope does not cover the unit: the count is seen, the row is masked. */
  subject: z.object({ kind: z.string(), id: z.string(), label: z.string() }).nullable(),
  correctsId: z.string().nullable(),
  reason: z.string().nullable(),
  recordedAt: moment,
})
export const listSubjects = endpoint({
  id: 'indicators.list-subjects',
  method: 'POST',
  path: '/indicators/figures/subjects',
  permission: 'indicators:read',
  audit: 'read',
  changes: false,
  summary: { vi: 'Các dòng hồ sơ, báo cáo tạo nên một số liệu', en: 'The records and reports behind a measure' },
  input: z.object({ ...oneFigure, after: z.string().max(100).optional(), limit: limitField }),
  output: z.object({
    source: z.enum(words.SOURCES),
    subjects: z.array(Subject),
    observations: z.array(ObservationVersion),
    next: z.string().nullable(),
    check: Check,
    masked: z.number(),
  }),
})

const factInput = z.object({
  measure: code,
  unitId: idField,
  day: dayField,
  value: typedDecimal,
  subject: z
    .object({ kind: line(60), id: line(120), label: line(300) })
    .nullable()
    .default(null),
})
export const recordFacts = endpoint({
  id: 'indicators.record-facts',
  method: 'POST',
  path: '/indicators/facts',
  permission: 'indicators:record-facts',
  summary: { vi: 'Ghi nhận sự việc được đếm', en: 'Record facts that are counted' },
  input: z.object({ facts: z.array(factInput).min(1).max(1000) }),
  output: z.object({ ids: z.array(z.string()) }),
})
export const correctFact = endpoint({
  id: 'indicators.correct-fact',
  method: 'POST',
  path: '/indicators/facts/:factId/correction',
  permission: 'indicators:record-facts',
  summary: { vi: 'Đính chính bằng bút toán bù', en: 'Correct a fact by a compensating one' },
  input: z.object({ factId: idField, value: typedDecimal, reason: line(500) }),
  output: z.object({ ids: z.array(z.string()) }),
})
