import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { lockSessionRow } from '../store/sessions.ts'
import { openCredentials } from '../store/tables.ts'

/** Locks the screen of the session that asks. */
export const lockSession = operation(contract.lockSession, async ({ tx, actor, now }) => {
  if (actor.sessionId === null) throw new Problem('not-allowed', 'identity/needs-session', 'A token does not do.')
  await openCredentials(tx)
  await lockSessionRow(tx, actor.sessionId, now)
  return {}
})
