import { compare, type Decimal, decimalOf, decimalText, divide, findDecimal } from '#kernel/decimal.ts'
import { formatNumber, percentOf } from '#kernel/number.ts'

export type ShareVerdict = {
  /** Rounding half up and cutting off are both right at the precision that was written. */
  readonly verdict: 'half-up' | 'truncated' | 'wrong'
  /** n ÷ d × 100 at the precision of the text. */
  readonly atPrecision: Decimal
  /** n ÷ d as people read it, with at least two decimals: `92,02%`. */
  readonly right: string
}

/**
 * Whether numerator ÷ denominator is the percentage written (`90,2%`, `98.27`), exactly, at the precision written;
 * `null` when the denominator is 0 or the text is no percentage.
 */
export function statedShare(numerator: number, denominator: number, percentText: string): ShareVerdict | null {
  const stated = statedDecimal(percentText)
  if (!stated || denominator === 0) return null
  const precision = stated.scale
  const rounded = percentOf(numerator, denominator, precision)
  if (!rounded) return null
  const cut = truncatedShare(numerator, denominator, precision)
  const verdict = compare(rounded, stated) === 0 ? 'half-up' : compare(cut, stated) === 0 ? 'truncated' : 'wrong'
  return { verdict, atPrecision: rounded, right: shareText(numerator, denominator, Math.max(2, precision)) }
}

/** numerator ÷ denominator as a Vietnamese percentage with `decimals` places at most. */
export function shareText(numerator: number, denominator: number, decimals = 2): string {
  const percent = percentOf(numerator, denominator, decimals)
  return percent ? `${formatNumber(decimalText(percent))}%` : '—'
}

/** The decimal a percentage says, with as many places as it was written with; `null` when it is none. */
export function statedDecimal(percentText: string): Decimal | null {
  const digits = percentText.replace(/[%\s\u00a0]|phần trăm/gu, '').replace(',', '.')
  return /^[-−]?\d+(\.\d+)?$/.test(digits) ? findDecimal(digits.replace('−', '-')) : null
}

/** numerator ÷ denominator × 100 with what stands behind `precision` decimals cut off. */
function truncatedShare(numerator: number, denominator: number, precision: number): Decimal {
  const [top, bottom] = [decimalOf(numerator), decimalOf(denominator)]
  const units = (top.units * 100n * 10n ** BigInt(bottom.scale + precision)) / (bottom.units * 10n ** BigInt(top.scale))
  return { units, scale: precision }
}

/** The share numerator ÷ denominator × 100 to 20 decimals; `null` when the denominator is 0. */
export function exactShare(numerator: number, denominator: number): Decimal | null {
  const top = decimalOf(numerator)
  return divide({ units: top.units * 100n, scale: top.scale }, decimalOf(denominator))
}
