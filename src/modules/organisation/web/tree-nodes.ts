import type { TreeNode } from '#ui/tree-walk.ts'
import type { TreeUnit } from '../contract.ts'

/** The units as nested nodes; they arrive with parents before children. */
export function nodesOf(units: readonly TreeUnit[]): readonly TreeNode[] {
  const known = new Set(units.map(({ unitId }) => unitId))
  const byParent = Map.groupBy(units, ({ parentId }) => (parentId !== null && known.has(parentId) ? parentId : null))
  const under = (parentId: string | null): readonly TreeNode[] =>
    (byParent.get(parentId) ?? []).map((unit) => ({
      id: unit.unitId,
      label: unit.name,
      aside: [unit.code, unit.childCount > 0 ? `(${unit.childCount})` : null].filter((part) => part !== null).join(' '),
      children: under(unit.unitId),
    }))
  return under(null)
}

/** The nodes to open at first: level by level, as long as the tree stays short enough to be read. */
export function openAtFirst(units: readonly TreeUnit[], mostLines = 90): readonly string[] {
  const parents = new Map(units.map(({ unitId, parentId }) => [unitId, parentId]))
  const isOpen = new Set<string>()
  let lines = units.filter(({ parentId }) => parentId === null || !parents.has(parentId)).length
  for (let grew = true; grew; ) {
    grew = false
    for (const { unitId, parentId, childCount } of units) {
      const inSight = parentId === null || !parents.has(parentId) || isOpen.has(parentId)
      if (isOpen.has(unitId) || !inSight || childCount === 0 || lines + childCount > mostLines) continue
      isOpen.add(unitId)
      lines += childCount
      grew = true
    }
  }
  return [...isOpen]
}
