/**
 * The grade of school at which a Vietnamese text is read with ease, by the formula of Nguyễn and Henkin (1982) on letters and words, a
 * written syllable being a word; null for a text too short to say. An estimate: it knows lengths, not meanings.
 */
export function readingGrade(text: string): number | null {
  const sentences = text.split(/[.!?:;\n]+/).filter((part) => /\p{L}/u.test(part))
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < SHORTEST || sentences.length === 0) return null
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  return Math.max(1, (2 * letters) / words.length + (0.2 * words.length) / sentences.length - 6)
}

/** Fewer words make no sentence: labels are judged by their length alone. */
const SHORTEST = 12
