import { Problem } from '#kernel/problem.ts'
import { type Actor, scopeFor } from '#server/actor.ts'
import type { Tx } from '#server/db.ts'
import { isReached, listReached } from './structure.ts'

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

/** Which of the permissions the actor holds over which of the units, asked of the database once for all of them. */
export async function scopesOver(
  { tx, actor }: Asker,
  permissions: readonly string[],
  unitIds: readonly string[],
): Promise<(permission: string, unitId: string) => boolean> {
  const scopes = new Map(permissions.map((permission) => [permission, scopeFor(actor, permission)]))
  // Nothing is asked about a unit that every scope has by name.
  const open = [...scopes.values()].filter(({ all, subtree }) => !all && subtree.length > 0)
  const asked = unitIds.filter((unitId) =>
    open.some((one) => !one.own.includes(unitId) && !one.subtree.includes(unitId)),
  )
  const reached = await listReached(tx, [...new Set(open.flatMap(({ subtree }) => subtree))], asked)
  return (permission, unitId) => {
    const scope = scopes.get(permission)
    if (!scope) return false
    if (scope.all || scope.own.includes(unitId) || scope.subtree.includes(unitId)) return true
    return scope.subtree.some((rootId) => reached.has(`${rootId} ${unitId}`))
  }
}
