import { add, compare, type Decimal, decimalOf, decimalText } from '#kernel/decimal.ts'
import type { Cell } from '../contract.ts'
import { worseCertainty } from '../domain/amount.ts'
import type { Certainty } from '../domain/words.ts'

type Counts = Pick<Cell, 'value' | 'numerator' | 'denominator' | 'certainty' | 'state'>
export type Total = {
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly certainty: Certainty
  /** Cells that could not be derived and are therefore not in the sums. */
  readonly left: number
}

/** Σ of cells, each count on its own, never a mean of ratios. */
export function totalOf(cells: readonly Counts[]): Total {
  return {
    value: sum(cells.map(({ value }) => value)),
    numerator: sum(cells.map(({ numerator }) => numerator)),
    denominator: sum(cells.map(({ denominator }) => denominator)),
    certainty: cells.reduce<Certainty>((worst, { certainty }) => worseCertainty(worst, certainty), 'exact'),
    left: cells.filter(({ state }) => state === 'not-derivable').length,
  }
}

/** Whether both sides add up to the same; `unknown` while a side holds what cannot be derived, or nothing at all. */
export function totalsAgree(before: Total, after: Total): 'agree' | 'differ' | 'unknown' {
  if (before.left + after.left > 0) return 'unknown'
  const pairs = (['value', 'numerator', 'denominator'] as const).map((part) => [before[part], after[part]] as const)
  if (pairs.every(([a, b]) => a === null && b === null)) return 'unknown'
  return pairs.every(([a, b]) => same(a, b)) ? 'agree' : 'differ'
}

function same(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  return compare(decimalOf(a), decimalOf(b)) === 0
}

function sum(texts: readonly (string | null)[]): string | null {
  const numbers = texts.flatMap((text): readonly Decimal[] => (text === null ? [] : [decimalOf(text)]))
  return numbers.length === 0 ? null : decimalText(numbers.reduce(add))
}
