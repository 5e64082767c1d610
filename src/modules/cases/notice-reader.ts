import { type Actor, scopeFor } from '#server/actor.ts'
import type { Reader } from './store/notices.ts'

const TOLD = ['cases:steer', 'cases:process', 'cases:approve'] as const

/**
 * As whom an account reads notices. A notice to a unit is for who holds the right at that unit, not for everyone above whose right reaches down
 * to it: those have a list of their own.
 */
export function readerOf(actor: Actor): Reader {
  const rights = TOLD.map((permission) => {
    const { all, own, subtree } = scopeFor(actor, permission)
    return { permission, units: all ? null : [...own, ...subtree] }
  })
  return { accountId: actor.id, rights }
}
