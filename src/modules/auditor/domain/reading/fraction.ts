import { COUNTED, MEASURED, NOT_BEFORE_FRACTION } from '../lexicon/counted.ts'
import { BOUND_PATTERN, boundOf } from './amount.ts'
import { readNumeral } from './numeral.ts'
import type { Amount, PlacedAmount } from './reading.ts'

/** `23.391/23.802` in a text: a part of a whole, not a date, a document, an address or a rank. */
export type Fraction = {
  readonly from: number
  readonly to: number
  readonly numerator: PlacedAmount
  readonly denominator: PlacedAmount
}

const NUMERAL = String.raw`\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+|\d{1,3}(?: \d{3})+(?=\s?\/\s?\d{1,3}(?: \d{3})+(?!\d))|\d{1,15}(?:[.,]\d{1,6}){0,6}`
const BEHIND = String.raw`\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+|(?<=\d \d{3}\s?\/\s?)\d{1,3}(?: \d{3})+|\d{1,15}(?:[.,]\d{1,6}){0,6}`
const PAIR = new RegExp(
  String.raw`(?<![\p{L}\d/\\_@#]|\d[.,:\-–]|[\p{L}\d]-)(${NUMERAL})\s?\/\s?(${BEHIND})(?![.,]?\d|\s?[/\\:]\s?[\p{L}\d]|[-–_]\s?[\p{L}\d]|\p{L})`,
  'gu',
)

/** The fractions of a text, strictly: whatever could be a date, a number of a document, an address or a rank is left out. */
export function readFractions(text: string): readonly Fraction[] {
  const visible = hideAddresses(text)
  return [...visible.matchAll(PAIR)].flatMap((found) => {
    const [all, top = '', bottom = ''] = found
    const from = found.index
    const to = from + all.length
    const around = { before: visible.slice(Math.max(0, from - 60), from), after: visible.slice(to, to + 40) }
    if (!isFraction(top, bottom, around)) return []
    const [numerator, denominator] = [readNumeral(top, 'part'), readNumeral(bottom, 'part')]
    if (!numerator || !denominator || !wholeOrMeasured(numerator, denominator, around.after)) return []
    return [
      {
        from,
        to,
        numerator: { ...withBound(numerator, around.before), from, to: from + top.length },
        denominator: { ...denominator, from: to - bottom.length, to },
      },
    ]
  })
}

/** Links, mail addresses and phone numbers as blanks of the same length. */
function hideAddresses(text: string): string {
  return text.replace(/[a-z]{2,6}:\/\/\S+|www\.\S+|[\w.+-]{1,64}@\S+/giu, (found) => ' '.repeat(found.length))
}

type Around = { readonly before: string; readonly after: string }

const alternatives = (list: readonly string[]) =>
  list
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|')
const BEFORE = new RegExp(`(?<!\\p{L})(?:${alternatives(NOT_BEFORE_FRACTION)})\\s*[:.]?\\s*$`, 'iu')
const TOTAL_BEFORE = /(?<!\p{L})(?:tổng|trên tổng|trong tổng)\s+số\s*:?\s*$/iu
const COUNTED_AFTER = new RegExp(`^\\s+(?:${alternatives(COUNTED)})(?![\\p{L}])`, 'u')
const MEASURED_AFTER = new RegExp(`^\\s*(?:${alternatives(MEASURED)})(?![\\p{L}])`, 'iu')
const PERCENT_BEFORE = /(\d+(?:[.,]\d+)?)\s?%\s*\(\s*$/
const PERCENT_AFTER = /^\s*(?:\(\s*)?(?:=\s*)?(\d+(?:[.,]\d+)?)\s?%/
const ADDRESS_AFTER = /^\s+(?:đường|phố|hẻm)(?!\p{L})/iu

function isFraction(top: string, bottom: string, { before, after }: Around): boolean {
  if (BEFORE.test(before) && !TOTAL_BEFORE.test(before)) return false
  if (/^0\d{2,}/.test(top) || /^0\d{2,}/.test(bottom) || /^0+$/.test(bottom) || ADDRESS_AFTER.test(after)) return false
  const plain = /^\d+$/.test(top) && /^\d+$/.test(bottom)
  if (!plain) return true
  const [n, d] = [Number(top), Number(bottom)]
  const counted = COUNTED_AFTER.test(after)
  const share = PERCENT_BEFORE.exec(before)?.[1] ?? PERCENT_AFTER.exec(after)?.[1]
  const beside = share !== undefined
  if (beside && explains(n, d, share)) return true
  // `1/500` is the scale of a plan unless its words and a percentage both say otherwise.
  if (n === 1 && d >= 100) return isScale(d) ? counted && beside : counted || beside
  if (isYear(d)) return n > 12 && !isYear(n) ? counted || beside : counted && beside
  // A day and a month, an opening time, or digits too few to tell.
  const couldBeDay = n <= 31 && d <= 12
  const couldBeHours = [7, 24].includes(d) && [7, 24].includes(n)
  return couldBeDay || couldBeHours ? counted || beside : true
}

/** Whether a share is these two numbers, rounded or cut off at its last place: `93,5% (1900/2032)` are no two years. */
function explains(n: number, d: number, share: string): boolean {
  const [, places = ''] = share.split(/[.,]/)
  return Math.abs((n * 100) / d - Number(share.replace(',', '.'))) < 10 ** -places.length
}

/** What plans and maps are drawn at: 100, 200, 250, 500 and their tenfolds. */
const isScale = (value: number) => /^(?:1|2|25|5)0+$/.test(String(value))
const isYear = (value: number) => value >= 1900 && value <= 2100

/** Members of a fraction are whole, unless a unit of measure follows or a large whole stands against a lost mark (421.62/527.025). */
function wholeOrMeasured(numerator: Amount, denominator: Amount, after: string): boolean {
  const decimals = [numerator, denominator].filter((amount) => amount.decimals > 0)
  if (decimals.length === 0 || MEASURED_AFTER.test(after)) return true
  return (
    decimals.length === 1 &&
    [numerator, denominator].some(({ text, decimals: none }) => none === 0 && /\d[.,]\d{3}/.test(text))
  )
}

const BOUND_BEFORE = new RegExp(`(?<!\\p{L})(${BOUND_PATTERN})\\s*$`, 'iu')

function withBound(amount: Amount, before: string): Amount {
  const word = BOUND_BEFORE.exec(before)?.[1]
  const bound = word === undefined ? undefined : boundOf(word)
  return bound === undefined ? amount : { ...amount, bound }
}
