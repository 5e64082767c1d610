import { type Decimal, decimalNumber, decimalOf, decimalText, divide, roundDecimal } from './decimal.ts'

/** Why a typed text is not taken as a number; each module words it in its own problems (`indicators/number-…`). */
export type NumberError =
  | 'empty'
  | 'formula'
  | 'exponent'
  | 'not-finite'
  | 'percent'
  | 'bad-grouping'
  | 'too-many-digits'
  | 'not-a-number'

export type ParsedNumber = {
  readonly value: number
  /** `vi`: 1.234,5 · `en`: 1,234.5 or 8.5 · `plain`: digits alone. */
  readonly style: 'vi' | 'en' | 'plain'
  /** The other style would read another number: 1.234 (1234 or 1,234) and 1,234. Show the reading to the typist. */
  readonly ambiguous: boolean
}

const MAX_DIGITS = 15
const SPACES = /[\s\u00a0\u2007\u2009\u202f]/g
const GROUPED = {
  '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/,
  ',': /^[1-9]\d{0,2}(?:,\d{3})+$/,
} as const
type Mark = keyof typeof GROUPED

/**
 * The number an official typed, or the reason it is none. The choices:
 * - dots alone, three digits after each and no leading zero: thousands, the Vietnamese way (`4.602` is 4602);
 *   any other single dot is a decimal mark (`8.5`, `1234.567`, `0.125`); several dots must group by three;
 * - one comma alone is the decimal mark (`8,5`, and `1,234` is 1.234, marked ambiguous); several must group by three;
 * - dot and comma together: the one that stands last is the decimal mark (`1.234,5`, `1,234.5`);
 * - spaces of any kind (also no-break) may group by three; leading zeros are dropped (`09` is 9, `00` is 0);
 * - at most 15 digits, which a JavaScript number holds exactly; no exponent, no formula, no percent sign.
 */
export function parseNumber(text: string): ParsedNumber | { readonly error: NumberError } {
  const trimmed = text.normalize('NFC').replace(SPACES, ' ').trim()
  const refusal = refused(trimmed)
  if (refusal) return { error: refusal }
  const negative = /^[-−]/.test(trimmed)
  const body = trimmed.replace(/^[-−+] ?/, '')
  const digits = body.includes(' ') ? withoutSpaces(body) : body
  const read = digits === null ? 'bad-grouping' : readMarks(digits)
  if (typeof read === 'string') return { error: read }
  const plain = read.plain.replace(/^0+(?=\d)/, '')
  if (countDigits(plain) > MAX_DIGITS) return { error: 'too-many-digits' }
  const value = Number(plain)
  return { value: negative && value !== 0 ? -value : value, style: read.style, ambiguous: read.ambiguous }
}

function refused(text: string): NumberError | null {
  if (text === '') return 'empty'
  if (text.length > 64) return 'not-a-number'
  if (/^[=@]/.test(text) || /^[+-].*[-+*/(]/.test(text)) return 'formula'
  if (/^[+\-−]?(?:infinity|inf|nan|∞)$/i.test(text)) return 'not-finite'
  if (/^[+\-−]?[\d.,]+e[+-]?\d+$/i.test(text)) return 'exponent'
  if (/^[+\-−]?[\d., ]+%$/.test(text)) return 'percent'
  return /^[-−+]? ?\d(?:[\d., ]*\d)?$/.test(text) ? null : 'not-a-number'
}

/** `1 234 567,5` without its grouping spaces; `null` when they do not group by three. */
function withoutSpaces(text: string): string | null {
  return /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(text) ? text.replaceAll(' ', '') : null
}

type Reading = { readonly plain: string; readonly style: ParsedNumber['style']; readonly ambiguous: boolean }

function readMarks(digits: string): Reading | NumberError {
  const dots = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  if (dots === 0 && commas === 0) return { plain: digits, style: 'plain', ambiguous: false }
  if (dots > 0 && commas > 0) {
    const last: Mark = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
    return both(digits, last === '.' ? ',' : '.', last)
  }
  return dots > 0 ? onlyDots(digits, dots) : onlyCommas(digits, commas)
}

function both(digits: string, group: Mark, decimal: Mark): Reading | NumberError {
  const [whole = '', fraction = '', ...more] = digits.split(decimal)
  if (more.length > 0 || fraction === '' || !GROUPED[group].test(whole)) return 'bad-grouping'
  return { plain: `${whole.replaceAll(group, '')}.${fraction}`, style: decimal === ',' ? 'vi' : 'en', ambiguous: false }
}

function onlyDots(digits: string, count: number): Reading | NumberError {
  if (GROUPED['.'].test(digits)) return { plain: digits.replaceAll('.', ''), style: 'vi', ambiguous: count === 1 }
  return count === 1 ? { plain: digits, style: 'en', ambiguous: false } : 'bad-grouping'
}

function onlyCommas(digits: string, count: number): Reading | NumberError {
  const grouped = GROUPED[','].test(digits)
  if (count === 1) return { plain: digits.replace(',', '.'), style: 'vi', ambiguous: grouped }
  return grouped ? { plain: digits.replaceAll(',', ''), style: 'en', ambiguous: false } : 'bad-grouping'
}

/** Digits that carry the value: without leading zeros and without zeros at the end of a fraction. */
function countDigits(plain: string): number {
  const meant = plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain
  return meant.replace('.', '').replace(/^0+/, '').length
}

/**
 * A number as it is shown everywhere: `1.234.567,89`. Without `decimals` every digit it has; with it, rounded half up and
 * filled (`1,50`). Takes PostgreSQL `numeric` text too. `—` when there is no number.
 */
export function formatNumber(value: number | string | Decimal | null, decimals?: number): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '—'
  const decimal = typeof value === 'object' ? value : decimalOf(value)
  const [whole = '0', fraction] = decimalText(decimal, decimals).split('.')
  return whole.replace(/\B(?=(?:\d{3})+$)/g, '.') + (fraction === undefined ? '' : `,${fraction}`)
}

/**
 * numerator ÷ denominator as `98,27%`: computed on whole numbers, rounded half up to at most `decimals` places, without
 * needless zeros (`100%`, `22,4%`) as reports print it. `—` when a part is missing or the denominator is 0.
 */
export function formatPercent(
  numerator: number | string | null,
  denominator: number | string | null,
  decimals = 2,
): string {
  const percent = percentOf(numerator, denominator, decimals)
  return percent === null ? '—' : `${formatNumber(percent)}%`
}

/** numerator ÷ denominator × 100, rounded half up to `decimals` places; `null` when a part is missing or the denominator is 0. */
export function percentOf(
  numerator: number | string | null,
  denominator: number | string | null,
  decimals = 2,
): Decimal | null {
  if (numerator === null || denominator === null) return null
  const top = decimalOf(numerator)
  return divide({ units: top.units * 100n, scale: top.scale }, decimalOf(denominator), decimals)
}

/** The number rounded to `decimals` places, half away from zero, on its decimal digits (1.005 to 2 places is 1.01). */
export function roundHalfUp(value: number, decimals = 0): number {
  return decimalNumber(roundDecimal(decimalOf(value), decimals))
}
