import { type Period, periodKey } from '#kernel/period.ts'

export const TARGET_LEVELS = ['nation', 'province', 'city', 'ward'] as const
export type TargetLevel = (typeof TARGET_LEVELS)[number]

/** Whether a figure counts what the unit itself reported, or everything below it too. */
export const REACHES = ['own', 'subtree'] as const
export type Reach = (typeof REACHES)[number]

export const FIGURE_STATES = [
  'reported',
  'zero',
  'missing',
  'not-due',
  'not-applicable',
  'text',
  'no-source',
  'not-derivable',
] as const
/** `reported` and `zero` are numbers, `text` an answer in words; the others say why there is nothing. */
export type FigureState = (typeof FIGURE_STATES)[number]

export type Subject = { readonly kind: 'indicator' | 'measure'; readonly code: string }

/** One number a report needs. */
export type FigureRequest = {
  readonly subject: Subject
  readonly unitId: string
  readonly reach: Reach
  readonly period: Period
}

export type FigureTarget = {
  readonly level: TargetLevel
  readonly text: string
  readonly verdict: 'met' | 'near' | 'missed' | 'unknown'
}

/** One number with everything a reader may ask of it. A ratio is its numerator and denominator, never its quotient. */
export type Figure = {
  readonly key: string
  readonly subject: Subject
  readonly name: string
  readonly unitOfMeasure: string
  readonly unitId: string
  readonly unitName: string
  readonly reach: Reach
  readonly period: Period
  /** First and last day of the period, as the cut-off rules make them. */
  readonly from: string
  readonly to: string
  readonly state: FigureState
  /** A measure's number, or that of an indicator which is not a ratio. */
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly quality: 'exact' | 'estimated' | 'not-derivable'
  /** How it is made, in words. */
  readonly formula: string
  readonly targets: readonly FigureTarget[]
  /** What the reporting unit wrote beside the number, or instead of it. */
  readonly note: string | null
  /** Keys of the figures it sums, when it is the sum over a group of units. */
  readonly parts: readonly string[]
}

/** The one name of a figure in a report: what, of whom, when. */
export function figureKey({ subject, unitId, reach, period }: FigureRequest): string {
  return `${subject.kind}:${subject.code}@${unitId}:${reach}@${periodKey(period)}`
}

/** Whether there is a number to print. */
export function hasNumber(figure: Figure): boolean {
  return figure.value !== null || (figure.numerator !== null && figure.denominator !== null)
}

/** The quotient of an indicator, `null` when a part is missing or the denominator is zero. */
export function ratioOf({ numerator, denominator }: Pick<Figure, 'numerator' | 'denominator'>): number | null {
  if (numerator === null || denominator === null || denominator === 0) return null
  return numerator / denominator
}

/**
 * The figure of a group of units: parts are summed, a ratio is the sum of numerators over the sum of denominators.
 * One missing part makes the whole missing in state, though the sum of the rest is kept.
 */
export function combine(key: string, unitName: string, figures: readonly Figure[]): Figure | undefined {
  const first = figures[0]
  if (!first) return undefined
  const counted = figures.filter(({ state }) => state !== 'not-applicable')
  const worst = counted.find(({ state }) => state !== 'reported' && state !== 'zero')?.state
  return {
    ...first,
    key,
    unitName,
    state: counted.length === 0 ? 'not-applicable' : (worst ?? 'reported'),
    value: sum(figures.map(({ value }) => value)),
    numerator: sum(figures.map(({ numerator }) => numerator)),
    denominator: sum(figures.map(({ denominator }) => denominator)),
    quality: figures.find(({ quality }) => quality !== 'exact')?.quality ?? 'exact',
    note: null,
    parts: figures.map(({ key: part }) => part),
  }
}

function sum(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null)
  return present.length === 0 ? null : present.reduce((total, value) => total + value, 0)
}
