import { Problem } from '#kernel/problem.ts'
import { type Actor, scopeFor } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import { isReached } from './structure.ts'

type Asker = { readonly tx: Tx; readonly actor: Actor | null }

/** Whether the actor holds the permission everywhere, at the unit, or over a root that reaches it. */
export async function isInScope({ tx, actor }: Asker, permission: string, unitId: string): Promise<boolean> {
  const scope = scopeFor(actor, permission)
  if (scope.all || scope.own.includes(unitId) || scope.subtree.includes(unitId)) return true
  return isReached(tx, scope.subtree, unitId)
}

/** Nothing, or a `not-allowed` problem when the permission does not cover the unit. */
export async function requireScope(asker: Asker, permission: string, unitId: string): Promise<void> {
  if (await isInScope(asker, permission, unitId)) return
  throw new Problem('not-allowed', 'organisation/outside-scope', 'The permission does not cover this unit.', {
    values: { permission },
  })
}

/** Nothing, or a `not-allowed` problem when the permission is not held everywhere. */
export function requireEverywhere({ actor }: Asker, permission: string): void {
  if (scopeFor(actor, permission).all) return
  throw new Problem('not-allowed', 'organisation/outside-scope', 'The permission is not held everywhere.', {
    values: { permission },
  })
}
