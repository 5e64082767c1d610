/** Unicode NFC: `ệ` is one letter however it was typed. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** Text without marks and case for searching: `Phường Thắng Tam` → `phuong thang tam`, and `Mỹ` as `Mĩ` → `mi`. */
export function fold(text: string): string {
  const known = folded.get(text)
  if (known !== undefined) return known
  const made = stripMarks(text.toLowerCase()).replace(SINGLE_Y, 'i').replace(/\s+/g, ' ').trim()
  if (text.length <= LONGEST_KEPT) {
    if (folded.size >= MOST_KEPT) folded.clear()
    folded.set(text, made)
  }
  return made
}

/** Names, labels and headers are folded again and again; whole paragraphs are not worth keeping. */
const folded = new Map<string, string>()
const MOST_KEPT = 20_000
const LONGEST_KEPT = 200

/** y where it is the only vowel of its syllable (`my`, `ky`, `y te`) or follows qu; there it is also spelt i. */
const SINGLE_Y = /(?:(?<![aeiou])|(?<=\bqu))y(?!\p{L})/gu

/** đ does not decompose, so it is replaced by hand. */
function stripMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').normalize('NFC')
}

const TONES = ['', '\u0300', '\u0301', '\u0309', '\u0303', '\u0323']
const TONE = TONES.slice(1).join('')

/**
 * Lower-case NFC text with every tone mark where the older spelling puts it (`hoà` → `hòa`, `uỷ` → `ủy`; `hùynh` → `huỳnh`,
 * `qúy` → `quý`), so that two spellings of one word are equal. Marks stay: `hoa` is not `hòa`.
 */
export function sameSpelling(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(TONE_ON_QU, 'qu$2$1')
    .replace(TONE_AT_END, (_, pair: string, tone: string) => pair[0] + tone + pair[1])
    .replace(TONE_BEFORE_LETTER, '$1$3$2')
    .replace(TONED_SINGLE_Y, 'i$1')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
}

const TONE_ON_QU = new RegExp(`qu([${TONE}])([aeoy])`, 'g')
const TONE_AT_END = new RegExp(`(?<!q)(o[ae]|uy)([${TONE}])(?![\\p{L}\\p{M}])`, 'gu')
const TONE_BEFORE_LETTER = new RegExp(`(?<!q)([ou])([${TONE}])([aey])(?=\\p{L})`, 'gu')
const TONED_SINGLE_Y = new RegExp(`(?<![aeiou]\\p{M}*)y([${TONE}]?)(?![\\p{L}\\p{M}])`, 'gu')

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:tp\.?|t\.p\.?) ?(?=\p{L}|\d)/u, 'thành phố '],
  [/^(?:tx\.|tx ) ?/u, 'thị xã '],
  [/^(?:tt\.|tt ) ?/u, 'thị trấn '],
  [/^p\. ?/u, 'phường '],
  [/^x\. ?/u, 'xã '],
  [/^h\. ?/u, 'huyện '],
  [/^q\. ?/u, 'quận '],
  [/^t\. ?/u, 'tỉnh '],
]

/**
 * Whether two texts name one place: case, spacing, tone-mark placement, i or y, short forms (`P.` phường, `TP.` thành phố)
 * and leading zeros (`Phường 01`) do not count; marks do (`Hòa Bình` is not `Hoa Bình`).
 */
export function samePlaceName(a: string, b: string): boolean {
  return placeName(a) === placeName(b)
}

/** The form of a place name that `samePlaceName` compares: the key to join lists by name with. */
export function placeName(name: string): string {
  const spelt = sameSpelling(name.replace(/[\u2010-\u2015]/g, '-').replace(/ ?- ?/g, ' - '))
  const full = SHORT_FORMS.reduce((text, [short, long]) => text.replace(short, long), spelt)
  return sameSpelling(full.replace(/\b0+(?=\d)/g, ''))
}

const collator = new Intl.Collator('vi', { numeric: true, sensitivity: 'variant' })

/** Order of the Vietnamese alphabet with natural numbers (`4.2` before `4.10`); a total order, so sorting is repeatable. */
export function compareVi(a: string, b: string): number {
  const [first, second] = [nfc(a), nfc(b)]
  return collator.compare(first, second) || (first < second ? -1 : first > second ? 1 : 0)
}

/**
 * How well `text` answers a search, 0 the best, or `null` when it does not. With the marks as typed: 0 equal, 1 begins with,
 * 2 a word begins with, 3 contains, 4 every word somewhere; the same without marks: 5 to 9.
 */
export function matches(query: string, text: string): number | null {
  return searchFor(query)(text)
}

/** `matches` for one query against many texts: the query is prepared once, and so is each text that was searched before. */
export function searchFor(query: string): (text: string) => number | null {
  const spelling = sameSpelling(query)
  const folded = fold(query)
  return (text) => {
    const known = preparedFor(text)
    const exact = rank(spelling, known.spelling)
    if (exact !== null) return exact
    const loose = rank(folded, known.folded)
    return loose === null ? null : loose + 5
  }
}

type Prepared = { readonly spelling: string; readonly folded: string }
const prepared = new Map<string, Prepared>()
/** Names of units and indicators come again with every letter typed; more than these are not worth the memory. */
const MOST_PREPARED = 50_000

function preparedFor(text: string): Prepared {
  const known = prepared.get(text)
  if (known) return known
  if (prepared.size >= MOST_PREPARED) prepared.clear()
  const made = { spelling: sameSpelling(text), folded: fold(text) }
  prepared.set(text, made)
  return made
}

function rank(query: string, text: string): number | null {
  if (query === text) return 0
  if (text.startsWith(query)) return 1
  if (` ${text}`.includes(` ${query}`)) return 2
  if (text.includes(query)) return 3
  return query.split(' ').every((word) => text.includes(word)) ? 4 : null
}
