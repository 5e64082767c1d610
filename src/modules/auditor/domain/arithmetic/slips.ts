import { clean } from './constraint.ts'

/** How a wrong number may have come from the right one. */
export type Slip = 'transpose' | 'lost-mark' | 'digit'

/** The slip of the pen that turns `right` into `written`; `null` when none does. `text` is what stands in the cell. */
export function slipBetween(text: string, written: number, right: number): Slip | null {
  if (written === right || right < 0 || !Number.isFinite(right)) return null
  const [from, to] = [digitsOf(text), digitsOf(plain(right))]
  if (from === '' || to === '') return null
  if (trimZeros(from) === trimZeros(to) && from !== to) return 'lost-mark'
  if (trimZeros(from) === trimZeros(to)) return clean(written) === clean(right) ? null : 'lost-mark'
  if (isTransposed(from, to)) return 'transpose'
  return from.length >= 3 && differsByOneDigit(from, to) ? 'digit' : null
}

/** Every number from which one slip makes what is written: for trying out where the right value does not follow from a sum. */
export function slipsBack(text: string, written: number): readonly number[] {
  const digits = digitsOf(text)
  const decimals = decimalsOf(written)
  const made = new Set<number>()
  for (let at = 0; at + 1 < digits.length; at++) {
    const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2)
    made.add(clean(Number(swapped) / 10 ** decimals))
  }
  for (const factor of [10, 100, 1000, 1e6]) {
    if (decimals > 0) made.add(clean(written * factor))
    else if (written % factor === 0) made.add(written / factor)
    else if (factor >= 1000) made.add(written * factor)
  }
  made.delete(clean(written))
  return [...made]
}

const digitsOf = (text: string) => text.replace(/\D/g, '').replace(/^0+(?=\d)/, '')
const trimZeros = (digits: string) => digits.replace(/0+$/, '')
const plain = (value: number) => (Number.isInteger(value) ? String(value) : value.toString())
const decimalsOf = (value: number) => (plain(value).split('.')[1] ?? '').length

/** Two digits changed places, next to each other or not. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const places = a.split('').flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [first = 0, second = 0] = places
  return places.length === 2 && a[first] === b[second] && a[second] === b[first]
}

/** One digit is another, missing, or written twice. */
function differsByOneDigit(a: string, b: string): boolean {
  if (a.length === b.length) return a.split('').filter((digit, at) => digit !== b[at]).length === 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.length - short.length !== 1) return false
  return long.split('').some((_, at) => long.slice(0, at) + long.slice(at + 1) === short)
}
