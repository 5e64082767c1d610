import { fold } from '#kernel/text.ts'

/** Words that say that something is wanted, not what: they do not count. Without marks. */
const SMALL_WORDS = new Set(
  (
    'lam xin cho toi em minh chung muon can phai thi la o dau nhu the nao gi cua va voi hoac ve de duoc co khong cac nhung mot ' +
    'thu tuc hanh chinh ho so huong dan cach nop dich vu cong ' +
    'the a an to for of my how do i get want need where is procedure'
  ).split(' '),
)

/** For whom something is done is not what is done: a birth is registered for a child, as is much else. */
const FOR_WHOM =
  /(?<=\S )cho (?:con|be|chau|em be|bo|cha|me|ong|ba|vo|chong)(?![\p{L}])(?: (?:trai|gai|moi sinh|so sinh))?/gu

/** The syllables of a text without marks, small words left out; all of them when nothing else is there. */
export function syllables(text: string): string[] {
  const all = fold(text)
    .replace(FOR_WHOM, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const telling = all.filter((word) => !SMALL_WORDS.has(word))
  return telling.length > 0 ? telling : all
}

/** Initial and final sounds that are heard alike somewhere in the country and therefore mixed up in writing. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^(?:ngh|ng)/, 'ng'],
  [/^gh/, 'g'],
  [/^(?:gi|d|r)(?=[aeiouy])/, 'z'],
  [/^(?:ch|tr)/, 'c'],
  [/^(?:k|q)(?=[aeiouy])/, 'k'],
  [/^c(?=[aou])/, 'k'],
  [/^x/, 's'],
  [/^l(?=[aeiouy])/, 'n'],
  [/^ph/, 'f'],
  [/y/g, 'i'],
  [/(?:ng|nh)$/, 'n'],
  [/t$/, 'c'],
  [/ch$/, 'c'],
]

/** How a syllable sounds where sounds are mixed up: `xinh` and `sinh`, `giay` and `day`, `lam` and `nam` are one. */
export function soundOf(syllable: string): string {
  return ALIKE.reduce((sound, [written, heard]) => sound.replace(written, heard), syllable)
}

/**
 * How many letters have to be left out, put in, replaced or swapped with their neighbour to make one text of the other;
 * `most + 1` when more than `most`.
 */
export function editDistance(a: string, b: string, most = 3): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, place) => place)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const costs = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)]
      row.push(Math.min(...costs, swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY))
    }
    before = last
    last = row
  }
  return Math.min(last[b.length] ?? 0, most + 1)
}

/** How sure a syllable somebody typed means a syllable that is there: 1 the same, 0 another. */
export function likeness(typed: string, known: string): number {
  if (typed === known) return 1
  if (typed.length >= 3 && known.startsWith(typed)) return 0.5 + (0.35 * typed.length) / known.length
  if (soundOf(typed) === soundOf(known)) return 0.8
  const longest = Math.max(typed.length, known.length)
  if (longest < 3 || /\d/.test(typed)) return 0
  // A slip in a short syllable makes another syllable; it counts less than one in a long word.
  const distance = editDistance(typed, known, 2)
  const allowed = longest <= 5 ? 1 : 2
  return distance > allowed ? 0 : Math.max(0, 0.85 - (distance * 1.6) / longest)
}
