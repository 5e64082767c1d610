/** From the best to the worst, as the faces stand on the screen. */
export const STARS = [5, 4, 3, 2, 1] as const

/** What may have displeased; asked from three down. */
export const REASONS = ['wait', 'manner', 'papers', 'unclear', 'place', 'other'] as const
export type Reason = (typeof REASONS)[number]
/** From here down it is asked why; above it somebody is content. */
export const UNHAPPY = 3

/** The reasons that count: none where somebody is content, each once. */
export const reasonsOf = (stars: number, reasons: readonly Reason[]): Reason[] =>
  stars > UNHAPPY ? [] : [...new Set(reasons)]
