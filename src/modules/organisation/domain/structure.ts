import type { Day } from '#kernel/calendar.ts'
import { type Change, holdsOn, type UnitVersion } from './unit.ts'

/** Every unit in all its time, and every act, with the lookups that questions need. Immutable. */
export type Structure = {
  readonly versions: readonly UnitVersion[]
  readonly changes: readonly Change[]
  /** The versions of each unit, oldest first. */
  readonly byUnit: ReadonlyMap<string, readonly UnitVersion[]>
  /** Versions that name the unit as parent. */
  readonly byParent: ReadonlyMap<string, readonly UnitVersion[]>
  readonly byCode: ReadonlyMap<string, readonly UnitVersion[]>
  /** Acts in which the unit stands before (`from`) or after (`to`), oldest first. */
  readonly changesFrom: ReadonlyMap<string, readonly Change[]>
  readonly changesTo: ReadonlyMap<string, readonly Change[]>
  /** Days on which a unit began, ended, moved or passed territory on: between two of them the tree stands still. */
  readonly turningDays: readonly Day[]
  /** Room for results derived from this structure; never part of its meaning. */
  readonly memory: Map<string, unknown>
}

/** The structure of these versions and acts. */
export function structureOf(versions: readonly UnitVersion[], changes: readonly Change[]): Structure {
  const sorted = versions.toSorted((a, b) => compare(a.validFrom, b.validFrom))
  const ordered = changes.toSorted((a, b) => compare(a.effectiveOn, b.effectiveOn) || compare(a.id, b.id))
  const byUnit = groupBy(sorted, (version) => [version.unitId])
  return {
    versions: sorted,
    changes: ordered,
    byUnit,
    byParent: groupBy(sorted, ({ parentId }) => (parentId === null ? [] : [parentId])),
    byCode: groupBy(sorted, ({ code }) => (code === null ? [] : [code])),
    changesFrom: groupBy(ordered, ({ from }) => from),
    changesTo: groupBy(ordered, ({ to }) => to),
    turningDays: turningDays(byUnit, ordered),
    memory: new Map(),
  }
}

/** The version of the unit that holds on the day. */
export function versionAt(structure: Structure, unitId: string, day: Day): UnitVersion | undefined {
  return structure.byUnit.get(unitId)?.find((version) => holdsOn(version, day))
}

/** The first version of the unit. */
export function firstVersion(structure: Structure, unitId: string): UnitVersion | undefined {
  return structure.byUnit.get(unitId)?.[0]
}

/** The last version of the unit: the current one, or that with which it ended. */
export function lastVersion(structure: Structure, unitId: string): UnitVersion | undefined {
  return structure.byUnit.get(unitId)?.at(-1)
}

/** The version that holds on the day, else the nearest one: the last when the unit ended, the first when it is to come. */
export function versionNear(structure: Structure, unitId: string, day: Day): UnitVersion | undefined {
  const first = firstVersion(structure, unitId)
  if (first && day < first.validFrom) return first
  return versionAt(structure, unitId, day) ?? lastVersion(structure, unitId)
}

/** All units of the day. */
export function unitsAt(structure: Structure, day: Day): readonly UnitVersion[] {
  return structure.versions.filter((version) => holdsOn(version, day))
}

/** The units directly under a unit on the day. */
export function childrenAt(structure: Structure, unitId: string, day: Day): readonly UnitVersion[] {
  return (structure.byParent.get(unitId) ?? []).filter((version) => holdsOn(version, day))
}

/** The unit and everything under it on the day, parents before children; empty when it does not exist then. */
export function unitsUnder(structure: Structure, unitId: string, day: Day): readonly UnitVersion[] {
  const root = versionAt(structure, unitId, day)
  if (!root) return []
  const found = [root]
  const seen = new Set([unitId])
  for (let index = 0; index < found.length; index++) {
    for (const child of childrenAt(structure, found[index]?.unitId ?? '', day)) {
      if (seen.has(child.unitId)) continue
      seen.add(child.unitId)
      found.push(child)
    }
  }
  return found
}

/** What the unit stands under on the day, nearest first, without itself. */
export function ancestorsOf(structure: Structure, unitId: string, day: Day): readonly UnitVersion[] {
  const found: UnitVersion[] = []
  const seen = new Set([unitId])
  let above = versionAt(structure, unitId, day)?.parentId ?? null
  while (above !== null && !seen.has(above)) {
    seen.add(above)
    const version = versionAt(structure, above, day)
    if (!version) break
    found.push(version)
    above = version.parentId
  }
  return found
}

/** The turning day that opens the stretch in which the day lies; `''` before the first. Days with the same answer have the same tree. */
export function stretchOf(structure: Structure, day: Day): string {
  return structure.turningDays.findLast((turning) => turning <= day) ?? ''
}

/** Whether the act makes other units heirs: a rename, recode or move leaves a unit what it is. */
export function passesTerritory(change: Change): boolean {
  return change.kind === 'merge' || change.kind === 'split'
}

function turningDays(byUnit: Structure['byUnit'], changes: readonly Change[]): Day[] {
  const days = new Set<Day>()
  for (const versions of byUnit.values()) {
    versions.forEach((version, index) => {
      const before = versions[index - 1]
      if (!before || before.parentId !== version.parentId) days.add(version.validFrom)
      if (version.validTo !== null && index === versions.length - 1) days.add(version.validTo)
    })
  }
  for (const change of changes) if (passesTerritory(change)) days.add(change.effectiveOn)
  return [...days].toSorted(compare)
}

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
