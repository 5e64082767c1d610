import { add, type Decimal, decimalNumber, decimalOf } from './decimal.ts'
import { percentOf } from './number.ts'

/** A share as it is kept: its two counts, each `null` when nobody has given it. The percentage is never kept. */
export type Ratio = { readonly numerator: number | null; readonly denominator: number | null }

/** A summed ratio, and how many of its parts had both counts and how many had not. */
export type RatioSum = Ratio & { readonly counted: number; readonly missing: number }

/**
 * Σ numerators over Σ denominators, never an average of percentages (10/10 and 0/90 make 10/100). A part that lacks either
 * count is left out of both sums and counted as missing; when every part lacks one, both sums are `null`.
 */
export function sumRatios(parts: Iterable<Ratio>): RatioSum {
  let [numerator, denominator]: [Decimal, Decimal] = [decimalOf(0), decimalOf(0)]
  let counted = 0
  let missing = 0
  for (const part of parts) {
    if (!isComplete(part)) {
      missing++
      continue
    }
    counted++
    numerator = add(numerator, decimalOf(part.numerator))
    denominator = add(denominator, decimalOf(part.denominator))
  }
  if (counted === 0) return { numerator: null, denominator: null, counted, missing }
  return { numerator: decimalNumber(numerator), denominator: decimalNumber(denominator), counted, missing }
}

/** Whether both counts are given. */
export function isComplete(ratio: Ratio): ratio is { readonly numerator: number; readonly denominator: number } {
  return ratio.numerator !== null && ratio.denominator !== null
}

/** The percentage rounded half up to `decimals` places, for drawing; `null` when a count is missing or the denominator is 0. */
export function ratioPercent(ratio: Ratio, decimals = 2): number | null {
  const percent = percentOf(ratio.numerator, ratio.denominator, decimals)
  return percent && decimalNumber(percent)
}
