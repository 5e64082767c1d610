import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { openCredentials } from '../store/tables.ts'

/** Ends the session that asks, locked or not, and takes its cookie away. */
export const signOut = operation(contract.signOut, async ({ tx, actor, now, session }) => {
  if (actor?.sessionId) {
    await openCredentials(tx)
    await endSessionsOf(tx, { accountId: actor.id, sessionId: actor.sessionId, reason: 'signed-out', now })
  }
  session.clear()
  return {}
})
