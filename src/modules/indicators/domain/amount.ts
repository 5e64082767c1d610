import { add, type Decimal, decimalOf, decimalText, divide, multiply, roundDecimal } from '#kernel/decimal.ts'
import type { Certainty, FigureState } from './words.ts'

/** The figure of a measure: its number or the reason there is none, how sure it is, and how fresh. */
export type Amount = {
  readonly state: FigureState
  readonly value: Decimal | null
  readonly certainty: Certainty
  /** Units that stated a number, of those that should have; null when it is counted from facts. */
  readonly coverage: { readonly stated: number; readonly expected: number } | null
  readonly freshAt: Date | null
  readonly note: string | null
}

export const NOTHING: Amount = {
  state: 'not-applicable',
  value: null,
  certainty: 'exact',
  coverage: null,
  freshAt: null,
  note: null,
}

/** A part of a former unit is rounded to so many decimals, so that it stays finite; whole shares stay exact. */
const SHARE_DECIMALS = 6

/** A number times a share; `null` when the share is not known and there is something to share out. */
export function shareOf(
  value: Decimal,
  share: { readonly numerator: number; readonly denominator: number } | null,
): Decimal | null {
  if (share === null) return value.units === 0n ? value : null
  if (share.numerator === share.denominator) return value
  const product = divide(multiply(value, decimalOf(share.numerator)), decimalOf(share.denominator))
  return product && roundDecimal(product, SHARE_DECIMALS)
}

/** The less sure of two. */
export function worseCertainty(a: Certainty, b: Certainty): Certainty {
  if (a === 'not-derivable' || b === 'not-derivable') return 'not-derivable'
  return a === 'estimated' || b === 'estimated' ? 'estimated' : 'exact'
}

type Coverage = Amount['coverage']

/** Units that stated, and should have, of both. */
export function addCoverage(a: Coverage, b: Coverage): Coverage {
  if (a === null || b === null) return a ?? b
  return { stated: a.stated + b.stated, expected: a.expected + b.expected }
}

/** The later of two instants. */
export function fresher(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

/** `zero` or `reported`, as the number is. */
export function stateOfNumber(value: Decimal): FigureState {
  return value.units === 0n ? 'zero' : 'reported'
}

/**
 * The sum of amounts, as a unit's own and its children's make its total. A number that is there counts; what is missing shows in
 * the coverage, and in the state only when there is no number at all. What cannot be derived makes the whole not derivable.
 */
export function sumAmounts(parts: readonly Amount[]): Amount {
  const numbers = parts.flatMap(({ value }) => (value === null ? [] : [value]))
  const certainty = parts.reduce<Certainty>((worst, part) => worseCertainty(worst, part.certainty), 'exact')
  const coverage = parts.reduce<Coverage>((sum, part) => addCoverage(sum, part.coverage), null)
  const freshAt = parts.reduce<Date | null>((latest, part) => fresher(latest, part.freshAt), null)
  if (certainty === 'not-derivable')
    return { state: 'not-derivable', value: null, certainty, coverage, freshAt, note: null }
  const value = numbers.length === 0 ? null : numbers.reduce(add)
  const state = value === null ? emptyState(parts) : stateOfNumber(value)
  const notes = parts.flatMap(({ note }) => (note ? [note] : []))
  return { state, value, certainty, coverage, freshAt, note: notes.length === 1 ? (notes[0] ?? null) : null }
}

const EMPTY_ORDER: readonly FigureState[] = ['not-derivable', 'missing', 'text', 'not-due', 'no-source']

/** Why there is no number, when parts have none for several reasons: the one that asks for most. */
export function emptyState(parts: readonly Pick<Amount, 'state'>[]): FigureState {
  return EMPTY_ORDER.find((state) => parts.some((part) => part.state === state)) ?? 'not-applicable'
}

/** The number as text, or null. */
export function amountText(value: Decimal | null): string | null {
  if (value === null) return null
  // Counts have no decimals; tables of tens of thousands of them feel the difference.
  return value.scale === 0 ? String(value.units) : decimalText(value)
}
