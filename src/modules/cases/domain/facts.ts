import { type Day, dayAt } from '#kernel/calendar.ts'
import type { CountedCase } from './counted-case.ts'
import { CASE_MEASURES, type CaseMeasure } from './measures.ts'

/** What a case counts for, at one unit on one day. */
export type Count = { readonly measure: string; readonly unitId: string; readonly day: Day; readonly value: number }
export type Kept = Count & { readonly factId: string }

/** The unit at which something of the case counts on a day: units come and go, and a case outlives them. */
export type HomeOf = (unitId: string, day: Day, place: CaseMeasure['at']) => string

/** Everything the case counts for as it stands, each measure, unit and day once. */
export function countsOf(one: CountedCase, homeOf: HomeOf = (unitId) => unitId): readonly Count[] {
  const counts = new Map<string, Count>()
  for (const { code, at: place, of } of CASE_MEASURES) {
    for (const { at, value } of of(one)) {
      const day = dayAt(at)
      const unitId = homeOf(place === 'competent' ? one.competentUnitId : one.receivedUnitId, day, place)
      const key = keyOf({ measure: code, unitId, day })
      const known = counts.get(key)
      counts.set(key, { measure: code, unitId, day, value: (known?.value ?? 0) + value })
    }
  }
  return [...counts.values()]
}

/** What has to be recorded so that the facts of a case add up to what it counts for: what is new, and what is taken back. */
export type Difference = { readonly added: readonly Count[]; readonly takenBack: readonly Kept[] }

/** The way from what was counted to what counts now. A changed amount is taken back whole and counted anew. */
export function differenceOf(kept: readonly Kept[], wanted: readonly Count[]): Difference {
  const before = new Map(kept.map((count) => [keyOf(count), count]))
  const after = new Map(wanted.map((count) => [keyOf(count), count]))
  return {
    added: wanted.filter((count) => before.get(keyOf(count))?.value !== count.value),
    takenBack: kept.filter((count) => after.get(keyOf(count))?.value !== count.value),
  }
}

function keyOf({ measure, unitId, day }: Pick<Count, 'measure' | 'unitId' | 'day'>): string {
  return `${measure} ${unitId} ${day}`
}
