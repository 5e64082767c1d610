import { fold } from '#kernel/text.ts'

/** What someone looks for, all of it at once. */
export type Search = {
  /** A whole dossier code, in capitals. */
  readonly code: string | null
  /** Identity, tax, phone or passport numbers, whole: equal or not found, so that nobody lists people by the beginning of a number. */
  readonly numbers: readonly string[]
  /** Words that begin some word of the case, and the ends of codes. */
  readonly words: readonly string[]
}

/** `H29.12-261130-0975`: of the unit, the day, the number of the day. */
const CODE = /^[a-z0-9]+(?:\.[a-z0-9]+)*-\d{6}-\d{1,6}$/
const CODE_END = /^\d{6}-\d{1,6}$/
const SPACED_NUMBER = /^\+?\d[\d .-]*$/
/** From here on a number is somebody's: an identity, tax or phone number. */
const SHORTEST_NUMBER = 9
/** A passport: letters before the digits, and as much somebody's own (domain/party.ts). */
const PASSPORT = /^[a-z]{1,2}\d{6,8}$/
/** A word is told apart by its first letters; no syllable is longer. */
const LONGEST_WORD = 12
const MOST_WORDS = 12
/** Signs part words; letters of any writing do not. Plain ranges, so that PostgreSQL means the same under every locale. */
const BETWEEN_WORDS = /[^a-z0-9\u{80}-\u{10ffff}]+/u

/** The search that a typed line means; nothing in it is refused, what is no letter or digit only parts words. */
export function searchOf(typed: string): Search {
  const text = fold(typed)
  const joined = text.replaceAll(/[ .-]/g, '')
  if (SPACED_NUMBER.test(text) && !CODE_END.test(text) && joined.replace('+', '').length >= SHORTEST_NUMBER)
    return { code: null, numbers: [numberOf(joined)], words: [] }
  const terms = text.split(' ').filter(Boolean)
  const codes = terms.filter((term) => CODE.test(term) && !CODE_END.test(term))
  const rest = terms.filter((term) => !codes.includes(term))
  const numbers = rest.filter(isNumber)
  const words = rest.filter((term) => !numbers.includes(term)).flatMap(wordsOf)
  return {
    code: codes[0]?.toUpperCase() ?? null,
    numbers: numbers.map(numberOf),
    words: [...new Set(words)].slice(0, MOST_WORDS),
  }
}

const isNumber = (term: string) => PASSPORT.test(term) || (/^\+?\d+$/.test(term) && term.length >= SHORTEST_NUMBER)

/** A person's number as it is kept, without the gaps people write in it. */
export function wholeNumber(typed: string): string {
  return numberOf(typed.replaceAll(/[ .-]/g, ''))
}

/** A phone number as it is kept, `0912345678`, however its country was written; any other number as it is, letters in capitals. */
function numberOf(digits: string): string {
  return digits
    .replace(/^(?:\+84|84|0084)(?=[1-9]\d{8}$)/, '0')
    .replace('+', '')
    .toUpperCase()
}

function wordsOf(term: string): readonly string[] {
  if (CODE_END.test(term)) return [endOfCode(term)]
  return term
    .split(BETWEEN_WORDS)
    .filter(Boolean)
    .map((word) => (/^\d+$/.test(word) ? withoutZeros(word) : word))
    .map((word) => Array.from(word).slice(0, LONGEST_WORD).join(''))
}

const withoutZeros = (digits: string) => digits.replace(/^0+(?=\d)/, '')
const endOfCode = (term: string) => term.replace(/-0*(?=\d)/, '-')

/**
 * The words by which a case is found, from its folded text (`case.search_text`): every beginning of each word of letters, whole
 * numbers, and the ends of its code (`975` and `261130-975`). Numbers of people are not among them. The trigger of the table does the
 * same (cases.words_of); a test holds the two together.
 */
export function searchWords(folded: string): readonly string[] {
  const words = new Set<string>()
  for (const term of folded.split(' ').filter(Boolean)) {
    const code = CODE.exec(term) ? term.split('-') : null
    if (code) {
      words.add(withoutZeros(code[2] ?? '')).add(endOfCode(`${code[1]}-${code[2]}`))
      continue
    }
    for (const word of term.split(BETWEEN_WORDS).filter(Boolean)) addBeginnings(words, word)
  }
  return [...words]
}

function addBeginnings(words: Set<string>, word: string): void {
  if (PASSPORT.test(word)) return
  if (/^\d+$/.test(word)) {
    if (word.length < SHORTEST_NUMBER) words.add(withoutZeros(word))
    return
  }
  const letters = Array.from(word).slice(0, LONGEST_WORD)
  // A beginning is folded as what is typed will be: `quy` on the way to `quynh` is read as `qui`.
  for (let length = 1; length <= letters.length; length++)
    words.add(letters.slice(0, length).join('').replace(SINGLE_Y, '$1i'))
}

const SINGLE_Y = /^(qu|.*[^aeiou])?y$/u

/** Whether there is anything to look for. */
export function isEmptySearch({ code, numbers, words }: Search): boolean {
  return code === null && numbers.length === 0 && words.length === 0
}
