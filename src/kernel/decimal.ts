/**
 * An exact decimal: `units / 10^scale`. Sums, differences and products never lose a digit, so the browser, the server
 * and PostgreSQL `numeric` say the same number.
 */
export type Decimal = { readonly units: bigint; readonly scale: number }

/** Quotients are rounded half away from zero to this many decimals, here and in SQL. */
export const QUOTIENT_DECIMALS = 20

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/

/** The decimal a text such as `-12.50` or a JavaScript number means (a number counts as its shortest text: 0.1 is one tenth). */
export function decimalOf(value: string | number | bigint): Decimal {
  if (typeof value === 'bigint') return { units: value, scale: 0 }
  const found = findDecimal(String(value))
  if (!found) throw new RangeError(`Not a decimal number: ${value}`)
  return found
}

/** The decimal of plain text with a dot for the decimal mark, or `null` when the text is no number. */
export function findDecimal(text: string): Decimal | null {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = PLAIN.exec(text) ?? []
  if (whole === '') return null
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n)
  return scale >= 0 ? { units: digits, scale } : { units: digits * power(-scale), scale: 0 }
}

/** a + b, exactly. */
export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale }
}

/** a − b, exactly. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { units: -b.units, scale: b.scale })
}

/** a × b, exactly. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** a ÷ b to `QUOTIENT_DECIMALS` decimals, half away from zero; `null` when b is zero. */
export function divide(a: Decimal, b: Decimal, decimals = QUOTIENT_DECIMALS): Decimal | null {
  if (b.units === 0n) return null
  const top = a.units * power(b.scale + decimals)
  return { units: divideHalfUp(top, b.units * power(a.scale)), scale: decimals }
}

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const { units } = subtract(a, b)
  return units < 0n ? -1 : units > 0n ? 1 : 0
}

/** The decimal with `decimals` digits after the mark, half away from zero (2,5 → 3; −2,5 → −3). */
export function roundDecimal(value: Decimal, decimals: number): Decimal {
  if (value.scale <= decimals) return value
  return { units: divideHalfUp(value.units, power(value.scale - decimals)), scale: decimals }
}

/** Plain text with a dot, without needless zeros (`-0.5`, `12`); with `decimals`, rounded and filled to that many digits. */
export function decimalText(value: Decimal, decimals?: number): string {
  const rounded = decimals === undefined ? value : roundDecimal(value, decimals)
  const scale = decimals ?? rounded.scale
  const digits = String(unitsAt(rounded, scale))
    .replace('-', '')
    .padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const all = digits.slice(digits.length - scale)
  const fraction = decimals === undefined ? all.replace(/0+$/, '') : all
  return (rounded.units < 0n ? '-' : '') + whole + (fraction && `.${fraction}`)
}

/** The nearest JavaScript number. */
export function decimalNumber(value: Decimal): number {
  return Number(decimalText(value))
}

/** top ÷ bottom as a whole number, half away from zero. */
function divideHalfUp(top: bigint, bottom: bigint): bigint {
  const negative = top < 0n !== bottom < 0n
  const [t, b] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom]
  const quotient = (2n * t + b) / (2n * b)
  return negative ? -quotient : quotient
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * power(scale - value.scale)
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}
