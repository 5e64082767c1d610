import { sameSpelling } from '#kernel/text.ts'
import { COUNTING_WORDS, NEVER_THE_SAME, THINGS, type Thing } from '../lexicon/things.ts'

const WORDS = THINGS.flatMap((thing) => thing.words.map((word) => ({ thing, word: sameSpelling(word) }))).toSorted(
  (a, b) => b.word.length - a.word.length,
)
const COUNTING = COUNTING_WORDS.map((word) => sameSpelling(word)).toSorted((a, b) => b.length - a.length)
const NEVER = new Set(NEVER_THE_SAME.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]))

/** The things a phrase begins with: `Người dân và doanh nghiệp sử dụng …` speaks of people and enterprises. Empty when it begins otherwise. */
export function thingsAtHead(phrase: string): readonly Thing[] {
  const found: Thing[] = []
  let rest = withoutCounting(sameSpelling(phrase).replace(/^[\s\d.,%()–+-]+/u, ''))
  for (;;) {
    const at = startingWord(rest)
    if (!at) return found
    if (!found.includes(at.thing)) found.push(at.thing)
    rest = rest.slice(at.word.length)
    const next = /^[^,/]{0,25}?(?:\s*[,/]\s*|\s+(?:và|hoặc)\s+)/u.exec(rest)
    if (!next || found.length > 4) return found
    rest = withoutCounting(rest.slice(next[0].length))
  }
}

/** The things that a share is asked of: `… trên tổng số giao dịch` names its whole, else the phrase begins with it. */
export function thingsAsked(label: string): readonly Thing[] {
  const spelt = sameSpelling(label)
  const whole = /(?:^|\s)(?:trên|trong)\s+(tổng\s.+)$/u.exec(spelt)?.[1]
  const named = whole === undefined ? [] : thingsAtHead(whole)
  return named.length > 0 ? named : thingsAtHead(label)
}

/** Whether nothing of the one can be something of the other. `false` when either side is not understood. */
export function areUnlike(a: readonly Thing[], b: readonly Thing[]): boolean {
  return a.length > 0 && b.length > 0 && a.every((one) => b.every((other) => NEVER.has(`${one.id}|${other.id}`)))
}

/** The thing a column counts, by the words nearest its cells. */
export function thingOfColumn(path: readonly string[]): Thing | null {
  for (const header of path.toReversed()) {
    const [thing] = thingsAtHead(header)
    if (thing) return thing
  }
  return null
}

function withoutCounting(text: string): string {
  let rest = text.trim()
  for (;;) {
    const word = COUNTING.find((counting) => rest.startsWith(`${counting} `))
    // `tổng mức bán lẻ` is a thing, `tổng số` only counts one.
    if (word === undefined || startingWord(rest)) return rest
    rest = rest.slice(word.length).trim()
  }
}

function startingWord(text: string): { readonly thing: Thing; readonly word: string } | undefined {
  return WORDS.find(({ word }) => text.startsWith(word) && !/^[\p{L}\d]/u.test(text.slice(word.length)))
}
