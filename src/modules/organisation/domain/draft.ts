import type { Day } from '#kernel/calendar.ts'
import { childrenAt, lastVersion, type Structure } from './structure.ts'
import type { Change, UnitAttributes, UnitVersion } from './unit.ts'

/** Why an act, or what it leads to, is not possible; `path` names the act (`acts.3`). */
export type Refusal = {
  readonly path: string
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

/** Everything one request changes in the structure. */
export type StructureEdit = {
  readonly newUnitIds: readonly string[]
  /** The versions that end, with their new `validTo`. */
  readonly ended: readonly UnitVersion[]
  /** Versions that begin; they follow the unit's version that ends on that day, if there is one. */
  readonly begun: readonly UnitVersion[]
  /** Versions that began on that very day already and now read otherwise. */
  readonly rewritten: readonly UnitVersion[]
  readonly changes: readonly Change[]
}

/** The structure from one day on, while acts are being applied to it. */
export type Draft = {
  readonly structure: Structure
  readonly day: Day
  readonly begun: Map<string, UnitVersion>
  readonly ended: Set<string>
  readonly newUnitIds: Set<string>
  readonly changes: Change[]
  readonly refusals: Refusal[]
}

/** What a version rests on. */
export type Cause = Pick<UnitVersion, 'changeId' | 'decisionId'>

/** A draft in which nothing has changed yet. */
export function draftOf(structure: Structure, day: Day): Draft {
  return {
    structure,
    day,
    begun: new Map(),
    ended: new Set(),
    newUnitIds: new Set(),
    changes: [],
    refusals: [],
  }
}

/** The unit as the draft has it on its day, when it exists then and nothing later is recorded of it; else why not. */
export function openVersion(draft: Draft, unitId: string): UnitVersion | Omit<Refusal, 'path'> {
  const begun = draft.begun.get(unitId)
  if (begun) return begun
  const last = lastVersion(draft.structure, unitId)
  if (!last) return { code: 'organisation/unit-unknown', values: {} }
  if (draft.ended.has(unitId) || last.validTo !== null) {
    return { code: 'organisation/unit-ended', values: { name: last.name, day: last.validTo ?? draft.day } }
  }
  if (last.validFrom > draft.day) {
    return { code: 'organisation/later-change', values: { name: last.name, day: last.validFrom } }
  }
  return last
}

/** Whether the unit exists after the draft. */
export function isOpen(draft: Draft, unitId: string): boolean {
  return 'unitId' in openVersion(draft, unitId)
}

/** Units directly under a unit after the draft. */
export function openChildren(draft: Draft, unitId: string, came = comers(draft)): readonly UnitVersion[] {
  const stayed = (draft.structure.byParent.get(unitId) ?? []).filter(
    (version) =>
      (version.validTo === null || version.validTo > draft.day) &&
      !draft.ended.has(version.unitId) &&
      !draft.begun.has(version.unitId),
  )
  return [...stayed, ...(came.get(unitId) ?? [])]
}

/** The versions that begin in the draft, by the unit under which they stand. */
export function comers(draft: Draft): ReadonlyMap<string | null, readonly UnitVersion[]> {
  return Map.groupBy(draft.begun.values(), (version) => version.parentId)
}

/** Lets a new unit begin. */
export function begin(draft: Draft, unitId: string, attributes: UnitAttributes, cause: Cause): void {
  draft.newUnitIds.add(unitId)
  draft.begun.set(unitId, versionFrom(draft, unitId, attributes, cause))
}

/** Lets an open unit go on otherwise. */
export function alter(draft: Draft, open: UnitVersion, set: Partial<UnitAttributes>, cause: Cause): void {
  draft.begun.set(open.unitId, versionFrom(draft, open.unitId, { ...open, ...set }, cause))
}

/** Ends an open unit. */
export function end(draft: Draft, unitId: string): void {
  draft.begun.delete(unitId)
  draft.ended.add(unitId)
}

function versionFrom(draft: Draft, unitId: string, from: UnitAttributes, cause: Cause): UnitVersion {
  const { code, name, shortName, kind, level, parentId } = from
  return { unitId, code, name, shortName, kind, level, parentId, validFrom: draft.day, validTo: null, ...cause }
}

/** What has to be written for the draft to become true. */
export function editOf(draft: Draft): StructureEdit {
  const { structure, day } = draft
  const beganToday = (unitId: string) => lastVersion(structure, unitId)?.validFrom === day
  const begun = [...draft.begun.values()]
  const changed = [...draft.ended, ...begun.map(({ unitId }) => unitId)].filter((unitId) => !beganToday(unitId))
  return {
    newUnitIds: [...draft.newUnitIds],
    ended: changed.flatMap((unitId) => {
      const last = lastVersion(structure, unitId)
      return last ? [{ ...last, validTo: day }] : []
    }),
    begun: begun.filter(({ unitId }) => !beganToday(unitId)),
    rewritten: begun.filter(({ unitId }) => beganToday(unitId)),
    changes: draft.changes,
  }
}

/** Everything that stands under a unit after the draft, without itself. */
export function openDescendants(draft: Draft, unitId: string): readonly string[] {
  const came = comers(draft)
  const found: string[] = []
  const seen = new Set([unitId])
  const queue = [unitId]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const stayed = childrenAt(draft.structure, next, draft.day).filter(
      (version) => !draft.begun.has(version.unitId) && !draft.ended.has(version.unitId),
    )
    for (const child of [...stayed, ...(came.get(next) ?? [])]) {
      if (seen.has(child.unitId)) continue
      seen.add(child.unitId)
      found.push(child.unitId)
      queue.push(child.unitId)
    }
  }
  return found
}
