import type { Day } from '#kernel/calendar.ts'

/** `share` of the way from the first to the last day, 0 to 1. */
type PlacedMark = { readonly share: number }

/**
 * The marks whose words find room in a line of this width, the latest first: of days close together the later is the one
 * that still holds. The others stay as lines, reached by Page Up and Page Down.
 */
export function marksWithRoom<M extends PlacedMark>(
  marks: readonly M[],
  width: number,
  wordsWidth: number,
): ReadonlySet<M> {
  const shown: M[] = []
  for (const mark of marks.toSorted((a, b) => b.share - a.share))
    if (shown.every((other) => !doOverlap(mark, other, width, wordsWidth))) shown.push(mark)
  return new Set(shown)
}

/** The words stand right of their line in the first half, left of it in the second: they never leave the slider. */
export function sideOf(share: number): 'start' | 'end' {
  return share > 0.5 ? 'end' : 'start'
}

function doOverlap(one: PlacedMark, other: PlacedMark, width: number, wordsWidth: number): boolean {
  const [a, b] = [one, other].map(({ share }) => share * width - (sideOf(share) === 'end' ? wordsWidth : 0))
  return Math.abs((a ?? 0) - (b ?? 0)) < wordsWidth
}

/** The nearest mark after (Page Up) or before (Page Down) a day; undefined for other keys and at the ends. */
export function nextMark(key: string, day: Day, marks: readonly { readonly day: Day }[]): Day | undefined {
  const days = marks.map((mark) => mark.day).sort()
  if (key === 'PageUp') return days.find((mark) => mark > day)
  if (key === 'PageDown') return days.findLast((mark) => mark < day)
  return undefined
}
