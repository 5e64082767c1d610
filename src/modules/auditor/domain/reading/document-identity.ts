import { fold } from '#kernel/text.ts'
import { KIND_OF_SYMBOL } from '../lexicon/document-kinds.ts'
import { ONE_OF_A_KIND } from '../lexicon/issuers.ts'
import type { Reference } from './reading.ts'

/** What makes two mentions one document: the number in its year, the kind, and the body. */
export type Identity = {
  /** Without leading zeros and without the year. */
  readonly number: string
  /** Of the day, else of the number (`08/2019`); empty when neither says. */
  readonly year: string
  /** `qd` of `QĐ-UBND` and of `QĐ/TU`; empty for letters, which carry none. */
  readonly kind: string
  /** `ubnd` of `QĐ-UBND`. */
  readonly body: string
  /** Who issued it, in words, folded; empty when the text does not say. */
  readonly issuer: string
}

const KINDS = new Set(Object.keys(KIND_OF_SYMBOL).map(fold))

/** The identity of a document as far as its mention tells. */
export function identityOf({ number, symbol, day, issuer }: Reference): Identity {
  const [digits = '', inNumber = ''] = number.split('/')
  const parts = fold(symbol).split(/[-/–.]/)
  const [first = '', ...rest] = parts
  const joined = joinedKind(first)
  const isKind = KINDS.has(first)
  return {
    number: digits.replace(/^0+(?=\d)/, ''),
    year: inNumber || (day?.slice(0, 4) ?? ''),
    kind: isKind ? first : (joined?.kind ?? ''),
    body: isKind ? rest.join('-') : (joined?.body ?? parts.join('-')),
    issuer: issuerName(issuer),
  }
}

/** `NQCP` is `NQ-CP` without its dash. */
function joinedKind(part: string): { readonly kind: string; readonly body: string } | null {
  const kind = [...KINDS].find((one) => part.startsWith(one) && ONE_OF_A_KIND.test(part.slice(one.length)))
  return kind ? { kind, body: part.slice(kind.length) } : null
}

/** The issuer without its short forms: `UBND Tỉnh Bà Rịa - Vũng Tàu` and `Ủy ban nhân dân tỉnh` begin alike. */
function issuerName(issuer: string): string {
  return fold(issuer)
    .replace(/^chu tich /, '')
    .replace(/\buy ban nhan dan\b/g, 'ubnd')
    .replace(/\bhoi dong nhan dan\b/g, 'hdnd')
    .replace(/\btp\.? ?/g, 'thanh pho ')
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether both mentions may come from one body: the same letters, and names that do not contradict each other. */
export function mayShareIssuer(a: Identity, b: Identity): boolean {
  if (a.body !== b.body) return false
  if (a.issuer === '' || b.issuer === '') return true
  return a.issuer.startsWith(b.issuer) || b.issuer.startsWith(a.issuer)
}

/** Whether they certainly do: a body of which there is one, or the same name in both. */
export function sharesIssuer(a: Identity, b: Identity): boolean {
  return mayShareIssuer(a, b) && (ONE_OF_A_KIND.test(a.body) || (a.issuer !== '' && b.issuer !== ''))
}
