import { sql } from 'kysely'
import type { Actor, Scope } from './actor.ts'
import type { Tx } from './db.ts'
import { KEPT } from './statements.ts'

/**
 * Sets what row security sees until the transaction ends: who acts, and over which units.
 * Without a scope (sign-in, one's own settings) no row that belongs to a unit is visible.
 */
export async function setRowScope(tx: Tx, actor: Actor | null, scope: Scope | null): Promise<void> {
  const ids = (list: readonly string[] | undefined) => `{${(list ?? []).join(',')}}`
  await sql`select ${KEPT}
    set_config('app.actor', ${actor?.id ?? ''}, true),
    set_config('app.scope', ${scope?.all ? 'all' : 'some'}, true),
    set_config('app.scope_own', ${ids(scope?.own)}, true),
    set_config('app.scope_subtree', ${ids(scope?.subtree)}, true)`.execute(tx)
}
