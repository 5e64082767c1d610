import { fold } from '#kernel/text.ts'
import { likeness, syllables } from './spelling.ts'

/** One thing that may be found: what it is called counts most, then what else is said of it. */
export type Entry = { readonly code: string; readonly names: readonly string[]; readonly around: readonly string[] }

/** What people say (`làm giấy tờ cho bé`) and what it is officially called (`đăng ký khai sinh`). */
export type Synonym = { readonly said: string; readonly means: string }

export type Found = { readonly code: string; readonly score: number }

type Posting = { readonly entry: number; readonly weight: number }
/** Entries by their syllables, prepared once for many searches. */
export type SearchIndex = {
  readonly entries: readonly Entry[]
  readonly postings: ReadonlyMap<string, readonly Posting[]>
  /** Neighbouring syllables of the names: a word of Vietnamese is mostly two of them. */
  readonly pairs: readonly ReadonlySet<string>[]
  /** The syllables of each name. */
  readonly named: readonly (readonly (readonly string[])[])[]
  readonly synonyms: readonly { readonly said: string; readonly means: readonly string[] }[]
}

const AROUND = 0.35

export function searchIndex(entries: readonly Entry[], synonyms: readonly Synonym[]): SearchIndex {
  const postings = new Map<string, Posting[]>()
  const pairs: Set<string>[] = []
  const allNamed: (readonly string[])[][] = []
  entries.forEach(({ names, around }, entry) => {
    const named = names.map(syllables)
    const weights = new Map(around.flatMap(syllables).map((word) => [word, AROUND]))
    for (const word of named.flat()) weights.set(word, 1)
    for (const [word, weight] of weights) {
      const list = postings.get(word) ?? []
      list.push({ entry, weight })
      postings.set(word, list)
    }
    pairs.push(new Set(named.flatMap(neighbours)))
    allNamed.push(named)
  })
  const known = synonyms.map(({ said, means }) => ({ said: fold(said), means: syllables(means) }))
  return { entries, postings, pairs, named: allNamed, synonyms: known }
}

/** What one way of asking is made of. */
type Asked = { readonly words: readonly string[]; readonly trust: number }

/**
 * The entries that answer what was typed, the best first. Marks do not count; slips, sounds mixed up in writing and syllables typed together
 * are forgiven; a synonym asks a second time in official words. Of equals the one with the shorter name, then by code.
 */
export function search(index: SearchIndex, typed: string, most = 20): Found[] {
  const ways = waysOfAsking(index, typed)
  const best = new Map<number, number>()
  for (const way of ways) {
    for (const [entry, score] of scores(index, way)) best.set(entry, Math.max(best.get(entry) ?? 0, score))
  }
  const top = Math.max(0, ...best.values())
  return [...best]
    .filter(([, score]) => score >= LEAST && score >= top * NEAR_THE_BEST)
    .map(([entry, score]) => ({
      code: index.entries[entry]?.code ?? '',
      score,
      length: index.named[entry]?.[0]?.length ?? 0,
    }))
    .toSorted((a, b) => b.score - a.score || a.length - b.length || (a.code < b.code ? -1 : 1))
    .slice(0, most)
    .map(({ code, score }) => ({ code, score }))
}

/** Of what was asked, weighted by how rare it is, so much must be there. */
const LEAST = 0.33
const NEAR_THE_BEST = 0.55
/** As common as this is taken what no entry has. */
const UNKNOWN = 6

function waysOfAsking({ postings, synonyms }: SearchIndex, typed: string): Asked[] {
  const told = ` ${fold(typed)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  const words = syllables(typed)
    .slice(0, 16)
    .flatMap((word) => apart(word, postings))
  const meant = synonyms
    .filter(({ said }) => told.includes(` ${said} `))
    .map(({ means }) => ({ words: means, trust: 0.98 }))
  return [{ words, trust: 1 }, ...meant]
}

/** Two syllables that were typed as one: `khaisinh`. */
function apart(word: string, postings: SearchIndex['postings']): string[] {
  if (postings.has(word) || word.length < 5) return [word]
  for (let cut = 2; cut <= word.length - 2; cut++) {
    const [first, second] = [word.slice(0, cut), word.slice(cut)]
    if (postings.has(first) && postings.has(second)) return [first, second]
  }
  return [word]
}

function scores(index: SearchIndex, { words, trust }: Asked): Map<number, number> {
  const asked = [...new Set(words)].map((word) => ({ word, near: nearTo(index, word) }))
  const total = asked.reduce((sum, { near }) => sum + near.rarity, 0) || 1
  const got = new Map<number, number>()
  for (const { near } of asked) {
    for (const [entry, likely] of near.entries) got.set(entry, (got.get(entry) ?? 0) + likely * near.rarity)
  }
  const wanted = neighbours(words)
  const meant = new Set(asked.flatMap(({ near }) => near.meant))
  return new Map(
    [...got].map(([entry, sum]) => {
      const together = wanted.filter((pair) => index.pairs[entry]?.has(pair)).length
      const pairShare = wanted.length === 0 ? 0 : together / wanted.length
      return [
        entry,
        trust * ((0.74 * sum) / total + 0.12 * pairShare + 0.14 * askedShare(index.named[entry] ?? [], meant)),
      ]
    }),
  )
}

/** Of the name that was asked for best, how much was asked for: who names all of a short name does not mean a longer one. */
function askedShare(named: readonly (readonly string[])[], meant: ReadonlySet<string>): number {
  const shares = named.map((name) => name.filter((word) => meant.has(word)).length / Math.max(1, name.length))
  return Math.max(0, ...shares)
}

/** For a typed syllable: how well each entry has it, and how much it tells (a syllable that is everywhere tells little). */
function nearTo({ postings, entries }: SearchIndex, word: string) {
  const found = new Map<number, number>()
  const meant: string[] = []
  let commonness = 0
  for (const [known, list] of postings) {
    const likely = likeness(word, known)
    if (likely === 0) continue
    if (likely >= 0.75) meant.push(known)
    if (likely >= 0.8) commonness += list.length
    for (const { entry, weight } of list) found.set(entry, Math.max(found.get(entry) ?? 0, likely ** 2 * weight))
  }
  // What is nowhere was heard somewhere else: it tells less than a rare word that is there.
  const rarity = Math.log(1 + (entries.length + 1) / (1 + (commonness || UNKNOWN)))
  return { entries: found, meant, rarity }
}

const neighbours = (words: readonly string[]): string[] =>
  words.slice(1).map((word, place) => `${words[place]} ${word}`)
