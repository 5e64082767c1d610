import { nfc } from '#kernel/text.ts'
import { BOUND_WORDS, LEADING_WORDS } from '../lexicon/bounds.ts'
import { type NumeralRole, readNumeral } from './numeral.ts'
import type { Amount, ReadColumn } from './reading.ts'

const BLANK = /^[\s\-‐-―−_.…·*]*$/u

/** Whether the cell says nothing: empty, a dash, dots. A zero is something. */
export function isBlank(text: string): boolean {
  return BLANK.test(text)
}

const literal = (words: readonly string[]) =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(' ', '\\s+'))
    .join('|')

/** The words that make a number a bound, as an alternation for regular expressions. */
export const BOUND_PATTERN = literal(Object.values(BOUND_WORDS).flat())

const NUMERAL = String.raw`[-−+]?\d(?:[\d., \u00a0\u2009\u202f]*\d)?`
const UNIT = String.raw`(?:k?m[23²³]|\p{L}{2,}(?:/\p{L}+)?(?:\s\p{L}+){0,2})`
const CELL = new RegExp(
  `^(?:(?:${literal(LEADING_WORDS)})\\s+)*(?:(${BOUND_PATTERN})\\s*)?(${NUMERAL})\\s*(%|phần\\s+trăm)?(?:\\s*(${UNIT}))?\\s*([.;,])?$`,
  'iu',
)

/**
 * The amount a cell holds when it holds one number alone (with a bound word before or a unit behind at most), else `null`.
 * A blank is no number. `5O` for `50` is read, but with a certainty of 0.2.
 */
export function readAmount(text: string): Amount | null {
  const plain = nfc(text).replace(/\s+/g, ' ').trim()
  if (plain.length > 80 || isBlank(plain)) return null
  const found = CELL.exec(plain)
  if (!found) return readSlip(plain)
  const [, boundWord, numeral = '', sign, unit, end] = found
  // `1.` is the order of a row, not an amount.
  if (end && !sign && !boundWord && !unit) return null
  const read = readNumeral(numeral, sign ? 'percent' : 'count')
  if (!read) return null
  const bound = boundWord === undefined ? undefined : boundOf(boundWord)
  return {
    ...read,
    text: sign === '%' ? plain.slice(plain.indexOf(numeral), plain.indexOf('%') + 1) : numeral,
    ...(unit === undefined ? {} : { unit }),
    ...(bound === undefined ? {} : { bound }),
  }
}

/** Which way a word such as `trên` bounds the number behind it; `undefined` when it is no such word. */
export function boundOf(word: string): Amount['bound'] {
  const plain = nfc(word).toLowerCase().replace(/\s+/g, ' ').trim()
  return (['over', 'under', 'about'] as const).find((key) => (BOUND_WORDS[key] as readonly string[]).includes(plain))
}

const SLIP = /^[\dOolI|][\dOolI|.,]*[\dOolI|]%?$/

/** A numeral in which a scanner read the letter O for 0 or l for 1. */
function readSlip(text: string): Amount | null {
  if (!SLIP.test(text) || text.replace(/\D/g, '').length * 2 < text.replace(/[.,%]/g, '').length) return null
  const mended = text.replace(/[Oo]/g, '0').replace(/[lI|]/g, '1')
  const read = readNumeral(mended.replace('%', ''), mended.endsWith('%') ? 'percent' : 'count')
  return read && { ...read, text, sure: 0.2 }
}

/**
 * How a column writes its counts: with marks at the thousands (and which), without, both ways, or `none` when no number of
 * it is large enough to tell. Percentages do not count.
 */
export function columnStyle(texts: readonly string[]): ReadColumn['style'] {
  const numerals = texts.map((text) => nfc(text).trim()).filter((text) => /^\d[\d.,]*\d$/.test(text))
  const dots = numerals.filter((text) => /^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(text)).length
  const dotDecimals = numerals.filter((text) => /^\d+\.\d+$/.test(text) && !/^[1-9]\d{0,2}\.\d{3}$/.test(text)).length
  const commas = numerals.filter((text) => /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text))
  const commaDecimals = numerals.some((text) => /^[\d.]+,\d+$/.test(text) && !/^[1-9]\d{0,2},\d{3}$/.test(text))
  const plain = numerals.some((text) => /^[1-9]\d{3,}$/.test(text))
  if (dots > 0 && dots >= dotDecimals) return plain ? 'mixed' : 'dots'
  const sureCommas = commas.length >= 2 || commas.some((text) => /,\d+,|,\d+\./.test(text))
  if (sureCommas && !commaDecimals && dots === 0) return plain ? 'mixed' : 'commas'
  return plain ? 'plain' : 'none'
}

/** The amount read again in the light of how its column (or the number beside it) writes counts. */
export function restyle(amount: Amount, style: ReadColumn['style']): Amount {
  const role = ROLE[style]
  if (amount.kind === 'percent' || amount.sure <= 0.2 || role === null) return amount
  const read = readNumeral(amount.text, role)
  return read ? { ...amount, ...read, text: amount.text } : amount
}

const ROLE: Record<ReadColumn['style'], NumeralRole | null> = {
  dots: 'dots',
  mixed: 'dots',
  commas: 'commas',
  plain: null,
  none: null,
}
