import { compare, decimalOf, decimalText } from '#kernel/decimal.ts'
import { parseNumber } from '#kernel/number.ts'

/** What a typed text is: a number, words, nothing, or wrong with the reason. */
export type Typed =
  | { readonly state: 'reported'; readonly value: string; readonly ambiguous: boolean }
  | { readonly state: 'empty' }
  | { readonly state: 'wrong'; readonly code: string; readonly found: string }

type Kind = { readonly decimals: number }

/** The number a person typed for a measure (`1.234,5` or `1234.5`), or why it is none. Counts and amounts are not negative. */
export function readTyped(raw: string, { decimals }: Kind): Typed {
  const found = raw.trim().slice(0, 60)
  if (found === '') return { state: 'empty' }
  const read = parseNumber(raw)
  if ('error' in read) return { state: 'wrong', code: `indicators/number-${read.error}`, found }
  const value = decimalOf(read.value)
  if (compare(value, decimalOf(0)) < 0) return { state: 'wrong', code: 'indicators/negative', found }
  const text = decimalText(value)
  if (decimalOf(text).scale > decimals) return { state: 'wrong', code: 'indicators/too-many-decimals', found }
  return { state: 'reported', value: text, ambiguous: read.ambiguous }
}
