import type { Day } from '#kernel/calendar.ts'
import { passesTerritory, type Structure } from './structure.ts'

/** Units that begin, end, move or pass territory on after the day `since` and up to `until`. */
export function unitsTurning(structure: Structure, since: Day, until: Day): readonly string[] {
  const within = (day: Day | null) => day !== null && day > since && day <= until
  const versions = structure.versions.filter(({ validFrom, validTo }) => within(validFrom) || within(validTo))
  const changes = structure.changes.filter((change) => within(change.effectiveOn))
  return [...new Set([...versions.map(({ unitId }) => unitId), ...changes.flatMap(({ from, to }) => [...from, ...to])])]
}

/**
 * Every unit that a right over each root covers on a day: what stands under it (what is to come where it will stand, what ended
 * where it stood last), and what ended by a merge or split into one of these. The same answer as the database keeps in `reach`,
 * slowly, for proving it.
 */
export function reachOf(structure: Structure, day: Day): ReadonlyMap<string, ReadonlySet<string>> {
  const lower = new Map<string, Set<string>>()
  const add = (upper: string, unitId: string) => lower.set(upper, (lower.get(upper) ?? new Set<string>()).add(unitId))
  for (const [unitId, versions] of structure.byUnit) {
    const standing = versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0]
    if (standing?.parentId) add(standing.parentId, unitId)
    const endedOn = standing?.validTo && standing.validTo <= day ? standing.validTo : null
    for (const change of structure.changesFrom.get(unitId) ?? []) {
      if (!passesTerritory(change) || change.effectiveOn !== endedOn) continue
      for (const heir of change.to) if (heir !== unitId) add(heir, unitId)
    }
  }
  return new Map([...structure.byUnit.keys()].map((root) => [root, closure(root, lower)]))
}

function closure(root: string, lower: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set([root])
  for (const unitId of found) for (const next of lower.get(unitId) ?? []) found.add(next)
  return found
}
