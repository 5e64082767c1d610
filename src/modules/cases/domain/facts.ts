import { type Day, dayAt } from '#kernel/calendar.ts'
import { type Count, keyOf } from '#kernel/counted.ts'
import type { CountedCase } from './counted-case.ts'
import { CASE_MEASURES, type CaseMeasure } from './measures.ts'

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
