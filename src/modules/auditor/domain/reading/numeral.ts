import { decimalNumber, decimalOf } from '#kernel/decimal.ts'
import { parseNumber } from '#kernel/number.ts'
import type { Amount } from './reading.ts'

/**
 * What the numeral is known to be before its marks are read: a count somewhere; a percentage; a member of a fraction, which is
 * whole unless a unit of measure says otherwise; a count among others that use dots, or commas, at the thousands.
 */
export type NumeralRole = 'count' | 'percent' | 'part' | 'dots' | 'commas'

type Numeral = Pick<Amount, 'text' | 'value' | 'decimals' | 'kind' | 'sure' | 'others'>

/** The value of one numeral in its role, how sure that is and what else it may stand for; `null` when it is no numeral. */
export function readNumeral(text: string, role: NumeralRole): Numeral | null {
  const trimmed = text.trim()
  const parsed = parseNumber(trimmed)
  if ('error' in parsed) return null
  const kind = role === 'percent' ? 'percent' : 'count'
  const make = (value: number, decimals: number, sure: number, others: readonly number[] = []): Numeral => ({
    text: trimmed,
    value,
    decimals,
    kind,
    sure,
    others: others.filter((other) => other !== value),
  })
  const body = trimmed.replace(/[^\d.,]/g, '')
  const single = /^(\d+)([.,])(\d+)$/.exec(body)
  if (!single) return make(parsed.value, decimalsOf(body), parsed.style === 'plain' ? 1 : 0.98)
  const sign = parsed.value < 0 ? -1 : 1
  const [, whole = '', mark = '', fraction = ''] = single
  const asDecimal = decimalNumber(decimalOf(`${whole}.${fraction}`)) * sign
  const joined = Number(whole + fraction) * sign
  const grouped = fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0')
  if (role === 'percent') return make(asDecimal, fraction.length, grouped ? 0.9 : 1, grouped ? [joined] : [])
  if (grouped) return groupedOnce(make, { asDecimal, joined, mark, role })
  return make(asDecimal, fraction.length, sureOfDecimal(mark, whole, role), slips(whole, fraction, sign))
}

type Once = { asDecimal: number; joined: number; mark: string; role: NumeralRole }

/** `4.602` and `1,234`: thousands or a decimal with three places. */
function groupedOnce(
  make: (value: number, decimals: number, sure: number, others: readonly number[]) => Numeral,
  { asDecimal, joined, mark, role }: Once,
): Numeral {
  const thousands = (sure: number) => make(joined, 0, sure, [asDecimal])
  const decimal = (sure: number) => make(asDecimal, 3, sure, [joined])
  if (mark === '.') return role === 'commas' ? decimal(0.5) : thousands(role === 'count' ? 0.9 : 0.97)
  if (role === 'part') return thousands(0.85)
  return role === 'commas' ? thousands(0.95) : decimal(role === 'dots' ? 0.7 : 0.5)
}

/** 421.62 among 527.025 is hardly a decimal; 8,5 is one. */
function sureOfDecimal(mark: string, whole: string, role: NumeralRole): number {
  if (whole.startsWith('0')) return 0.95
  if (mark === '.') return role === 'count' ? 0.6 : role === 'commas' ? 0.9 : 0.3
  return role === 'count' || role === 'dots' ? 0.9 : 0.4
}

/** Whole numbers that lost zeros at their end (421.62 for 421.620) or got a mark too many (421.62 for 42.162). */
function slips(whole: string, fraction: string, sign: number): number[] {
  if (whole.startsWith('0') || whole.length > 3) return [Number(whole + fraction) * sign]
  const padded = fraction.length < 3 ? [Number(whole + fraction.padEnd(3, '0'))] : []
  return [...padded, Number(whole + fraction)].map((value) => value * sign)
}

/** Digits behind the decimal mark of a numeral that has no mark, several of one kind, or both kinds. */
function decimalsOf(body: string): number {
  const last = Math.max(body.lastIndexOf('.'), body.lastIndexOf(','))
  if (last < 0 || !(body.includes('.') && body.includes(','))) return 0
  return body.length - last - 1
}
