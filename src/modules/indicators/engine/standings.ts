import { addDays } from '#kernel/calendar.ts'
import { ancestorsOf, type Structure } from '#modules/organisation/index.ts'
import type { Standing } from '../store/tallies.ts'

/** Days before the first and after the last turning of the tree. */
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2199-12-31']

/** Where every unit stood in all its time: by stretches of days, with itself and each unit above it. */
export function allStandings(structure: Structure): Standing[] {
  const turnings = [FIRST_DAY, ...structure.turningDays]
  return [...structure.byUnit].flatMap(([unitId, versions]) => {
    const first = versions[0]?.validFrom ?? FIRST_DAY
    const end = versions.at(-1)?.validTo ?? null
    const last = end === null ? LAST_DAY : addDays(end, -1)
    const cuts = [first, ...turnings.filter((day) => day > first && day <= last)]
    return cuts.map((from, index) => {
      const next = cuts[index + 1]
      const to = next ? addDays(next, -1) : last
      const above = [unitId, ...ancestorsOf(structure, unitId, from).map((version) => version.unitId)]
      return { unitId, from, to, above }
    })
  })
}
