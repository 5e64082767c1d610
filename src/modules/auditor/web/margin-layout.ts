export type MarginCard = {
  readonly id: string
  /** Where the place it speaks of stands, in pixels from the top of the document. */
  readonly anchor: number
  readonly height: number
}

/**
 * The top of each card, in the order given (by anchor): as near to its place as the others let it, none over another.
 * The chosen card stands exactly at its place, as long as those before it have room above.
 */
export function stackCards(cards: readonly MarginCard[], chosen: string | null, gap: number): readonly number[] {
  const at = cards.findIndex(({ id }) => id === chosen)
  const tops = cards.map(({ anchor }) => anchor)
  // Upwards from the chosen card: those before it make room.
  for (let index = at - 1; index >= 0; index--) {
    const { anchor, height } = cards[index] as MarginCard
    tops[index] = Math.min(anchor, (tops[index + 1] ?? 0) - gap - height)
  }
  let free = 0
  return tops.map((top, index) => {
    const placed = Math.max(top, free)
    free = placed + (cards[index] as MarginCard).height + gap
    return placed
  })
}

/** Which cards stand between two heights of the document. */
export function cardsBetween(
  cards: readonly MarginCard[],
  tops: readonly number[],
  from: number,
  to: number,
): readonly number[] {
  return tops.flatMap((top, index) => (top < to && top + (cards[index] as MarginCard).height > from ? [index] : []))
}
