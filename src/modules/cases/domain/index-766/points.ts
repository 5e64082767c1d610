import { roundHalfUp } from '#kernel/number.ts'

// Points of the 766 index (decision-766). Points are data (cases.index_weight); what is computed here is how a value becomes points.

export const INDEX_GROUPS = ['transparency', 'progress', 'online', 'payment', 'digital', 'satisfaction'] as const
export type IndexGroup = (typeof INDEX_GROUPS)[number]

/** Points of a value in per cent: the cap or more gives all of them, less gives its share. Unrounded to four decimals: rounded points would not add up to their group. */
export function pointsOf(percent: number, maxPoints: number, cap: number | null): number {
  const whole = cap ?? 100
  return roundHalfUp(percent >= whole ? maxPoints : (Math.max(0, percent) * maxPoints) / whole, 4)
}

export type Weight = { readonly points: number; readonly checked: boolean; readonly source: string }
export type SharedWeight = Weight & {
  /** The group's points, spread evenly over what has none of its own. */ readonly assumed: boolean
}

/**
 * The points of one indicator: its own, else an equal part of what its group has left. Null where neither is known.
 * `ids` are the scored indicators of the group.
 */
export function weightOf(
  id: string,
  { group, ids, weights }: { group: IndexGroup; ids: readonly string[]; weights: ReadonlyMap<string, Weight> },
): SharedWeight | null {
  const own = weights.get(id)
  if (own) return { ...own, assumed: false }
  const whole = weights.get(group)
  if (!whole) return null
  const given = ids.flatMap((one) => weights.get(one) ?? [])
  const left = whole.points - given.reduce((sum, { points }) => sum + points, 0)
  const share = Math.max(0, left) / (ids.length - given.length)
  return { points: roundHalfUp(share, 4), checked: false, source: whole.source, assumed: true }
}

/** Rating bands (unverified: from 90 excellent, 80 good, 70 fair, 50 average). */
const BANDS = [
  { from: 90, vi: 'Xuất sắc', en: 'Excellent' },
  { from: 80, vi: 'Tốt', en: 'Good' },
  { from: 70, vi: 'Khá', en: 'Fair' },
  { from: 50, vi: 'Trung bình', en: 'Average' },
  { from: 0, vi: 'Yếu', en: 'Weak' },
] as const

/** The band of a total of 100 points. */
export function bandOf(points: number): { readonly vi: string; readonly en: string } {
  const { vi, en } = BANDS.find(({ from }) => points >= from) ?? BANDS[4]
  return { vi, en }
}
