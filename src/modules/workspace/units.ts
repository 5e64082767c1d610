import type { Day } from '#kernel/calendar.ts'
import { findUnitAt, type Structure, type UnitVersion } from '#modules/organisation/index.ts'
import type { Scope } from '#server/operation.ts'

/** What this module asks of organisation about units. */

/** The unit's version of the day, or the nearest one when it had ended or had not begun; `undefined` when there is no such unit. */
export function versionNear(structure: Structure, unitId: string, day: Day): UnitVersion | undefined {
  const versions = structure.byUnit.get(unitId) ?? []
  return findUnitAt(structure, unitId, day) ?? versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0]
}

/** A unit as lists show it. */
export function unitShown(structure: Structure, unitId: string, day: Day) {
  const version = versionNear(structure, unitId, day)
  return { id: unitId, name: version?.name ?? '', code: version?.code ?? null }
}

/** The units over which a scope is held, each once, the widest first; none when it is held everywhere. */
export function unitsOfScope(structure: Structure, { subtree, own }: Scope): readonly string[] {
  return [...new Set([...subtree, ...own])].filter((unitId) => structure.byUnit.has(unitId))
}

/** The unit at the top of the tree on the day. */
export function topUnit(structure: Structure, day: Day): string | null {
  const first = structure.versions.find(
    (version) =>
      version.parentId === null && version.validFrom <= day && (version.validTo === null || day < version.validTo),
  )
  return (first ?? structure.versions[0])?.unitId ?? null
}
