import { formatNumber, formatPercent } from '#kernel/number.ts'

export type FigureState = 'reported' | 'zero' | 'missing' | 'not-due' | 'not-applicable'
export type Certainty = 'exact' | 'estimated' | 'not-derivable'

/** What has to be said about a figure besides its digits. */
export type FigureNote = 'exact' | 'zero' | 'missing' | 'notDue' | 'notApplicable' | 'estimated' | 'notDerivable'

export type FigureValue = {
  readonly value?: number | null
  readonly numerator?: number | null
  readonly denominator?: number | null
  /** `percent`: numerator ÷ denominator, both shown underneath. */
  readonly form?: 'number' | 'percent'
  readonly decimals?: number
  readonly state?: FigureState
  /** Said with a mark when given, also when it is exact. */
  readonly certainty?: Certainty
}

type FigureText = {
  /** The digits; null when there is nothing to show digits for. */
  readonly text: string | null
  /** `44.925 / 45.716` below a percentage. */
  readonly parts: string | null
  readonly note: FigureNote | null
}

const ABSENT: Partial<Record<FigureState, FigureNote>> = {
  missing: 'missing',
  'not-due': 'notDue',
  'not-applicable': 'notApplicable',
}

/** The words of a figure: an absent one has no digits but a note, so that nobody takes "not reported" for zero. */
export function figureText(figure: FigureValue): FigureText {
  const { state = 'reported', certainty } = figure
  const absent = ABSENT[state]
  if (absent) return { text: null, parts: null, note: absent }
  if (certainty === 'not-derivable') return { text: null, parts: null, note: 'notDerivable' }
  const note = certainty === 'estimated' ? 'estimated' : state === 'zero' ? 'zero' : (certainty ?? null)
  return { text: digits(figure), parts: parts(figure), note }
}

function digits({ value, numerator, denominator, form = 'number', decimals }: FigureValue): string {
  if (form === 'percent') return formatPercent(numerator ?? null, denominator ?? null, decimals)
  return formatNumber(value ?? null, decimals)
}

function parts({ numerator, denominator, form }: FigureValue): string | null {
  if (form !== 'percent' || numerator === undefined || denominator === undefined) return null
  return `${formatNumber(numerator)} / ${formatNumber(denominator)}`
}
