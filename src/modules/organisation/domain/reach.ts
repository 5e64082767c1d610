import type { Day } from '#kernel/calendar.ts'
import { passesTerritory, type Structure } from './structure.ts'

/** Units that begin, end, move or pass territory on after the day `since` and up to `until`. */
export function unitsTurning(structure: Structure, since: Day, until: Day): readonly string[] {
  const within = (day: Day | null) => day !== null && day > since && day <= until
  const versions = structure.versions.filter(({ validFrom, validTo }) => within(validFrom) || within(validTo))
  const changes = structure.changes.filter((change) => within(change.effectiveOn))
  return [...new Set([...versions.map(({ unitId }) => unitId), ...changes.flatMap(({ from, to }) => [...from, ...to])])]
}

/** From unit to unit; what a right over the upper one covers includes the lower one. */
type Edges = ReadonlyMap<string, ReadonlySet<string>>

/**
 * What covers what on a day, downwards and upwards: what stands under a unit (what is to come where it will stand, what ended where
 * it stood last), and what ended by a merge or split into it.
 */
export type Cover = { readonly lower: Edges; readonly upper: Edges }

/** The cover of a structure on a day. */
export function coverOf(structure: Structure, day: Day): Cover {
  const lower = new Map<string, Set<string>>()
  const upper = new Map<string, Set<string>>()
  const join = (edges: Map<string, Set<string>>, from: string, to: string) => {
    const known = edges.get(from)
    if (known) known.add(to)
    else edges.set(from, new Set([to]))
  }
  const add = (above: string, below: string) => {
    join(lower, above, below)
    join(upper, below, above)
  }
  for (const [unitId, versions] of structure.byUnit) {
    const standing = versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0]
    if (standing?.parentId) add(standing.parentId, unitId)
    const endedOn = standing?.validTo && standing.validTo <= day ? standing.validTo : null
    for (const change of structure.changesFrom.get(unitId) ?? []) {
      if (!passesTerritory(change) || change.effectiveOn !== endedOn) continue
      for (const heir of change.to) if (heir !== unitId) add(heir, unitId)
    }
  }
  return { lower, upper }
}

/** The units and everything that follows from them along the edges. */
export function closureOf(starts: Iterable<string>, edges: Edges): ReadonlySet<string> {
  const found = new Set(starts)
  for (const unitId of found) for (const next of edges.get(unitId) ?? []) found.add(next)
  return found
}

/** Units whose roots may have changed between two covers when these units changed: all that they cover, before or after. */
export function touchedBetween(before: Cover, after: Cover, changed: readonly string[]): ReadonlySet<string> {
  return new Set([...closureOf(changed, before.lower), ...closureOf(changed, after.lower)])
}
