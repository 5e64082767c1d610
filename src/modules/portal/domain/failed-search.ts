import { fold } from '#kernel/text.ts'

const LONGEST = 60
const MOST_WORDS = 8
/** Shown to officials once so many searches said the same: what one person typed is seen by nobody. */
export const SHOWN_FROM = 3

/**
 * What may be kept of a search that found nothing: words without marks, without anything that points at a person (numbers, addresses of
 * mail, links). `null` when nothing tells any more.
 */
export function keptWords(typed: string): string | null {
  const words = fold(typed)
    .split(/\s+/)
    .filter((word) => !/[\d@:/\\]/.test(word))
    .map((word) => word.replaceAll(/[^\p{L}]+/gu, ''))
    .filter((word) => word.length > 0 && word.length <= 20)
    .slice(0, MOST_WORDS)
  const kept = words.join(' ').slice(0, LONGEST).trim()
  return kept.length >= 3 ? kept : null
}
