import type { Day } from '#kernel/calendar.ts'
import { findUnitAt, isInScope, loadStructure } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#server/db.ts'
import type { IsUnder } from './domain/rights.ts'

/** What this module asks of organisation about units. */

/** The name of a unit on a day; for a unit that did not exist then, the name it last had before or first had after. */
export type NameOfUnit = (unitId: string | null) => string | null

/** The names of units on a day. */
export async function unitNamesOn(tx: Tx, day: Day): Promise<NameOfUnit> {
  const structure = await loadStructure(tx)
  return (unitId) => {
    if (unitId === null) return null
    const versions = structure.byUnit.get(unitId) ?? []
    const last = versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0]
    return (findUnitAt(structure, unitId, day) ?? last)?.name ?? null
  }
}

/** Whether there is, was or will be such a unit. */
export async function isUnit(tx: Tx, unitId: string): Promise<boolean> {
  const structure = await loadStructure(tx)
  return structure.byUnit.has(unitId)
}

/**
 * Which of some units stands under which of others, in the sense of scopes: what ended under a unit, or was merged into
 * something under it, is still reached from it.
 */
export async function reachAmong(
  db: Db | Tx,
  unitIds: readonly (string | null)[],
  rootIds: readonly (string | null)[],
): Promise<IsUnder> {
  // Read-only, so it does not matter whether a transaction is open.
  const tx = db as Tx
  const reached = new Set<string>()
  for (const rootId of new Set(rootIds)) {
    if (rootId === null) continue
    const holder = {
      id: '',
      kind: 'system' as const,
      name: '',
      sessionId: null,
      grants: [{ permission: '*', unitId: rootId, reach: 'subtree' as const }],
    }
    for (const unitId of new Set(unitIds)) {
      if (unitId === null || unitId === rootId) continue
      if (await isInScope({ tx, actor: holder }, '*', unitId)) reached.add(`${unitId} ${rootId}`)
    }
  }
  return (unitId, rootId) => reached.has(`${unitId} ${rootId}`)
}
