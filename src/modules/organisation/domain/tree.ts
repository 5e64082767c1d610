import type { Day } from '#kernel/calendar.ts'
import { LEVELS, type Level, UNIT_KINDS, type UnitKind } from './kinds.ts'
import { type Structure, unitsAt, unitsUnder } from './structure.ts'
import type { UnitVersion } from './unit.ts'
import { compareUnits } from './view.ts'

export type Tree = {
  /** Parents before children, in the order in which they are shown. */
  readonly units: readonly { readonly unit: UnitVersion; readonly childCount: number }[]
  /** Of the whole tree of the day (or of the root), however deep it is shown. */
  readonly counts: readonly { readonly level: Level; readonly kind: UnitKind; readonly count: number }[]
  readonly changeDays: readonly { readonly day: Day; readonly acts: number }[]
}

/** The tree of units on a day, or what stands under one of them. */
export function treeOf(
  structure: Structure,
  { day, rootId, depth = 99 }: { day: Day; rootId?: string | undefined; depth?: number | undefined },
): Tree {
  const all = rootId === undefined ? unitsAt(structure, day) : unitsUnder(structure, rootId, day)
  const children = Map.groupBy(all, ({ parentId }) => parentId)
  const roots = rootId === undefined ? (children.get(null) ?? []) : all.slice(0, 1)
  const units: { unit: UnitVersion; childCount: number }[] = []
  const add = (unit: UnitVersion, left: number) => {
    const under = children.get(unit.unitId) ?? []
    units.push({ unit, childCount: under.length })
    if (left > 0) for (const child of under.toSorted(compareUnits)) add(child, left - 1)
  }
  for (const root of roots.toSorted(compareUnits)) add(root, depth)
  return { units, counts: countKinds(all), changeDays: changeDays(structure) }
}

function countKinds(units: readonly UnitVersion[]): Tree['counts'] {
  return LEVELS.flatMap((level) =>
    UNIT_KINDS.flatMap((kind) => {
      const count = units.filter((unit) => unit.level === level && unit.kind === kind).length
      return count > 0 ? [{ level, kind, count }] : []
    }),
  )
}

function changeDays(structure: Structure): Tree['changeDays'] {
  const byDay = Map.groupBy(structure.changes, ({ effectiveOn }) => effectiveOn)
  return [...byDay].map(([day, changes]) => ({ day, acts: changes.length }))
}
