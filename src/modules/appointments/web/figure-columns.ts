import type { FigureCode } from '../domain/measures.ts'

export type Counts = Readonly<Record<string, number>>

/** A count, or a ratio of counts: Σ over Σ, of a row and of the total alike. */
export type FigureColumn = {
  readonly key: string
  readonly group: 'numbers' | 'appointments' | 'ratings'
  /** What it opens to. */
  readonly measure: FigureCode
  /** Over what it is divided; null: a count. */
  readonly over: readonly FigureCode[] | null
  /** A share of a whole, or so much for each. */
  readonly form: 'count' | 'share' | 'mean'
}

const count = (group: FigureColumn['group'], measure: FigureCode): FigureColumn => ({
  key: measure,
  group,
  measure,
  over: null,
  form: 'count',
})

export const FIGURE_COLUMNS: readonly FigureColumn[] = [
  count('numbers', 'queue_taken'),
  count('numbers', 'queue_called'),
  count('numbers', 'queue_served'),
  count('numbers', 'queue_left'),
  { key: 'within', group: 'numbers', measure: 'queue_within_goal', over: ['queue_served'], form: 'share' },
  { key: 'meanWait', group: 'numbers', measure: 'queue_waited_minutes', over: ['queue_served'], form: 'mean' },
  count('appointments', 'appointments_booked'),
  count('appointments', 'appointments_kept'),
  count('appointments', 'appointments_missed'),
  {
    key: 'keptShare',
    group: 'appointments',
    measure: 'appointments_kept',
    over: ['appointments_kept', 'appointments_missed'],
    form: 'share',
  },
  count('ratings', 'queue_ratings'),
  { key: 'meanStars', group: 'ratings', measure: 'queue_rating_stars', over: ['queue_ratings'], form: 'mean' },
  { key: 'contentShare', group: 'ratings', measure: 'queue_ratings_content', over: ['queue_ratings'], form: 'share' },
]

/** The two numbers of a column in a row; the second is null for a count. */
export function partsOf({ measure, over }: FigureColumn, counts: Counts): readonly [number, number | null] {
  const under = over === null ? null : over.reduce((sum, code) => sum + (counts[code] ?? 0), 0)
  return [counts[measure] ?? 0, under]
}

/** The number that is shown; null where there is nothing to divide by. A share is in hundredths. */
export function valueOf(column: FigureColumn, counts: Counts): number | null {
  const [top, bottom] = partsOf(column, counts)
  if (bottom === null) return top
  if (bottom === 0) return null
  return column.form === 'share' ? (100 * top) / bottom : top / bottom
}
