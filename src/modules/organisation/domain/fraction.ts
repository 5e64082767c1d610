/** An exact share, in lowest terms; both parts stay below 2^53 or the share is refused as not derivable. */
export type Fraction = { readonly numerator: number; readonly denominator: number }

export const WHOLE: Fraction = { numerator: 1, denominator: 1 }
export const NOTHING: Fraction = { numerator: 0, denominator: 1 }

/** The fraction in lowest terms, or null when it cannot be written with safe integers. */
export function fraction(numerator: bigint, denominator: bigint): Fraction | null {
  const divisor = greatestCommonDivisor(numerator, denominator)
  const [top, bottom] = [numerator / divisor, denominator / divisor]
  const limit = BigInt(Number.MAX_SAFE_INTEGER)
  return top > limit || bottom > limit ? null : { numerator: Number(top), denominator: Number(bottom) }
}

/** a × b. */
export function times(a: Fraction, b: Fraction): Fraction | null {
  return fraction(BigInt(a.numerator) * BigInt(b.numerator), BigInt(a.denominator) * BigInt(b.denominator))
}

/** a + b. */
export function plus(a: Fraction, b: Fraction): Fraction | null {
  const [an, ad, bn, bd] = [BigInt(a.numerator), BigInt(a.denominator), BigInt(b.numerator), BigInt(b.denominator)]
  return fraction(an * bd + bn * ad, ad * bd)
}

/** Whether the fraction is one. */
export function isWhole(value: Fraction): boolean {
  return value.numerator === value.denominator
}

/** Whether the fraction is nought. */
export function isNothing(value: Fraction): boolean {
  return value.numerator === 0
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x === 0n ? 1n : x
}
