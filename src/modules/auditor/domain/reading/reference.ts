import { nfc } from '#kernel/text.ts'
import { DOCUMENT_KINDS } from '../lexicon/document-kinds.ts'
import { dayFromWords } from './date.ts'
import type { Reference } from './reading.ts'

export type TextReference = Omit<Reference, 'spot'>

const KINDS = DOCUMENT_KINDS.toSorted((a, b) => b.length - a.length)
  .map((kind) => kind.replaceAll(' ', '\\s+'))
  .join('|')
const PART = String.raw`\p{Lu}[\p{L}\d]*`
/** `1402/QĐ-UBND`, `2566-QĐ/TU`, `08/2019/QĐ-UBND`, `91/2025/QH15`. */
const NUMBERED = new RegExp(
  String.raw`(?<![\p{L}\d/.,\-])(\d{1,6}[a-z]?(?:\s?/\s?(?:19|20)\d{2})?)\s?(?:/\s?(${PART}(?:\s?[-–.&]\s?${PART})*)|-\s?(${PART}/${PART}(?:-${PART})*))(?![\p{L}/])`,
  'gu',
)
/** `Nghị định số 45/2020 ngày …`, `Kế hoạch số 5851 ngày …`: a kind, a number, and a day. */
const UNSIGNED = new RegExp(
  String.raw`(?<!\p{L})(?:${KINDS})\s+(?:số\s*:?\s*)?(\d{1,6}(?:/(?:19|20)\d{2})?)(?=\s*,?\s*ngày\s+\d)`,
  'giu',
)
const KIND = new RegExp(String.raw`(?<!\p{L})(?:${KINDS})(?!\p{L})`, 'giu')
const BETWEEN = /^(?:\s+[^\d.;,\n]{0,40}?)?\s*(?:số)?\s*:?\s*$/iu
const FORM_BEFORE = /(?<!\p{L})(?:mẫu|biểu|biểu mẫu|phụ lục|mục|bảng)\s*(?:số)?\s*:?\s*$/iu
const MOST_BEFORE = 70

/** The official documents that the text names by number, in its order. */
export function readReferences(text: string): readonly TextReference[] {
  if (!/\d/.test(text) || !/[a-z]/i.test(text)) return []
  const plain = nfc(text)
  const numbered = /\d\s?[/-]\s?\p{Lu}/u.test(plain) ? [...plain.matchAll(NUMBERED)] : []
  const signed = numbered.flatMap((found) => {
    const symbol = (found[2] ?? found[3] ?? '').replace(/\s+/g, '')
    return isSymbol(symbol)
      ? [make(plain, { at: found.index, end: found.index + found[0].length, number: found[1] ?? '', symbol })]
      : []
  })
  const bare = plain.includes('ngày') ? [...plain.matchAll(UNSIGNED)] : []
  const unsigned = bare.map((found) => {
    const end = found.index + found[0].length
    const number = found[1] ?? ''
    return make(plain, { at: end - number.length, end, number, symbol: '' })
  })
  return [...signed, ...unsigned].flatMap((one) => (one ? [one] : [])).toSorted((a, b) => a.from - b.from)
}

/** Two capitals at least: `24/Tháng` and `5/Xã` are no symbols. */
function isSymbol(symbol: string): boolean {
  return symbol.replace(/[^\p{Lu}]/gu, '').length >= 2 && !/^(?:TP|TX|TT|TTHC|DN|DV)$/u.test(symbol)
}

type Seen = { readonly at: number; readonly end: number; readonly number: string; readonly symbol: string }

function make(text: string, { at, end, number, symbol }: Seen): TextReference | null {
  const before = text.slice(Math.max(0, at - MOST_BEFORE), at)
  if (FORM_BEFORE.test(before)) return null
  const kind = kindBefore(lastClause(before))
  const label = /số\s*:?\s*$/iu.exec(before)
  const from = kind ? at - kind.length : label ? at - label[0].length : at
  const dated = DAY_BEHIND.exec(text.slice(end, end + 60))
  const to = end + (dated?.[0].length ?? 0)
  return {
    from,
    to,
    text: text.slice(from, to).replace(/\s+/g, ' '),
    kindWord: kind?.word ?? '',
    number: number.replace(/\s+/g, ''),
    symbol,
    day: dated ? dayFromWords(dated[1] ?? '') : null,
    issuer: issuerBehind(text.slice(to, to + 120)),
  }
}

/** The kind named last before the number, and how far before it it begins. */
function kindBefore(before: string): { readonly word: string; readonly length: number } | null {
  const last = [...before.matchAll(KIND)].at(-1)
  if (!last || !BETWEEN.test(before.slice(last.index + last[0].length))) return null
  return { word: last[0].replace(/\s+/g, ' '), length: before.length - last.index }
}

/** The words that can still belong to the number: nothing from before another number or mark. */
function lastClause(before: string): string {
  const cut = Math.max(...[';', ',', '.', '(', '\n'].map((mark) => before.lastIndexOf(mark)))
  return before.slice(cut + 1).replace(/^.*\d/su, '')
}

const DAY_BEHIND =
  /^\s*,?\s*(?:(?:ký |ban hành )?ngày\s+)(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})(?!\d)/iu
const ISSUER = /^\s*,?\s*(?:của|do)\s+(.+)/su
/** Where the name of the body ends and what the document is about begins. */
const ISSUER_END =
  /\s(?:[Vv]ề|[Bb]an hành|[Pp]hê duyệt|[Qq]uy định|[Tt]riển khai|[Tt]hay thế|tại|trên địa bàn|giao|[Cc]ông bố|[Tt]hực hiện|[Hh]ướng dẫn|[Ss]ửa đổi|[Kk]iện toàn|đối với|gửi|thống nhất|chấn chỉnh|và (?:Quyết|Nghị|Kế|Thông|Chỉ|Công|Văn))(?=\s)|[,;.()“"\n]/u

function issuerBehind(text: string): string {
  const rest = ISSUER.exec(text)?.[1] ?? ''
  const end = ISSUER_END.exec(rest)?.index ?? rest.length
  return rest.slice(0, end).replace(/\s+/g, ' ').trim()
}
