import type { Tx } from '#server/db.ts'
import { firstVersion, lastVersion, type Structure, versionAt } from '../domain/structure.ts'
import type { Change } from '../domain/unit.ts'
import { findDecisions } from './decisions.ts'

/** The acts with their decisions and with each unit named as it was then (before the act) or became (after it). */
export async function nameChanges(tx: Tx, structure: Structure, changes: readonly Change[]) {
  const decisions = await findDecisions(
    tx,
    changes.flatMap(({ decisionId }) => decisionId ?? []),
  )
  return changes.map(({ decisionId, from, to, shares, ...change }) => ({
    ...change,
    decision: decisions.find(({ id }) => id === decisionId) ?? null,
    from: from.map((unitId) => named(structure, unitId, change.effectiveOn, 'before')),
    to: to.map((unitId) => named(structure, unitId, change.effectiveOn, 'after')),
    shares: shares.map((share) => ({ ...share })),
  }))
}

function named(structure: Structure, unitId: string, day: string, side: 'before' | 'after') {
  const ended = structure.byUnit.get(unitId)?.find((version) => version.validTo === day)
  const version =
    (side === 'before' ? ended : undefined) ??
    versionAt(structure, unitId, day) ??
    (side === 'before' ? lastVersion(structure, unitId) : firstVersion(structure, unitId))
  return { unitId, name: version?.name ?? '', code: version?.code ?? null, kind: version?.kind ?? 'group' }
}
