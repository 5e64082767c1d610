import { type Actor, scopeFor } from '#server/actor.ts'
import type { Reader } from './store/notices.ts'

/** As whom an account reads notices: for a unit, who answers at that very unit, and not everyone above whose right reaches down to it. */
export function readerOf(actor: Actor): Reader {
  const { all, own, subtree } = scopeFor(actor, 'complaints:answer')
  return { accountId: actor.id, units: all ? null : [...own, ...subtree] }
}
