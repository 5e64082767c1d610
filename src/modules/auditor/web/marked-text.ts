/** A finding's mark on a piece of text; without `from` it is about all of it. */
export type TextMark = { readonly id: string; readonly from?: number | undefined; readonly to?: number | undefined }

export type Segment<M extends TextMark> = { readonly text: string; readonly from: number; readonly marks: readonly M[] }

/** The text cut where marks begin and end; joined again the segments are the text. */
export function segmentsOf<M extends TextMark>(text: string, marks: readonly M[]): readonly Segment<M>[] {
  const ranges = marks.map((mark) => ({ mark, ...rangeOf(mark, text.length) }))
  const cuts = [...new Set([0, text.length, ...ranges.flatMap(({ from, to }) => [from, to])])].toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => ({
    text: text.slice(from, cuts[index + 1]),
    from,
    marks: ranges.filter((range) => range.from <= from && from < range.to).map(({ mark }) => mark),
  }))
}

/** A range that does not lie in the text stands for all of it: better too much shown than nothing. */
function rangeOf({ from = 0, to = Number.POSITIVE_INFINITY }: TextMark, length: number) {
  if (from < 0 || from >= length || to <= from) return { from: 0, to: length }
  return { from, to: Math.min(to, length) }
}
