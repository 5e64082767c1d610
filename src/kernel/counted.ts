import type { Day } from './calendar.ts'

/** What something counts for, at one unit on one day. */
export type Count = { readonly measure: string; readonly unitId: string; readonly day: Day; readonly value: number }
export type Kept = Count & { readonly factId: string }

/** What has to be recorded so that the facts of something add up to what it counts for: what is new, and what is taken back. */
export type Difference<C extends Count = Count, K extends Kept = Kept> = {
  readonly added: readonly C[]
  readonly takenBack: readonly K[]
}

/** The way from what was counted to what counts now. A changed amount is taken back whole and counted anew. */
export function differenceOf<C extends Count, K extends Kept>(
  kept: readonly K[],
  wanted: readonly C[],
): Difference<C, K> {
  const before = new Map(kept.map((count) => [keyOf(count), count]))
  const after = new Map(wanted.map((count) => [keyOf(count), count]))
  return {
    added: wanted.filter((count) => before.get(keyOf(count))?.value !== count.value),
    takenBack: kept.filter((count) => after.get(keyOf(count))?.value !== count.value),
  }
}

/** Under which a thing counts once: measure, unit and day. */
export function keyOf({ measure, unitId, day }: Pick<Count, 'measure' | 'unitId' | 'day'>): string {
  return `${measure} ${unitId} ${day}`
}
