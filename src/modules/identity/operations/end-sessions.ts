import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { managedAccount } from '../managed.ts'
import { endSessionsOf, revokeTokensOf } from '../store/sessions.ts'
import { openCredentials } from '../store/tables.ts'

/** Ends one or all sessions of an account, and revokes its tokens when asked to. */
export const endSessions = operation(contract.endSessions, async (context, { accountId, sessionId, tokensToo }) => {
  const { tx, now } = context
  await managedAccount(context, accountId)
  await openCredentials(tx)
  const sessions = await endSessionsOf(tx, { accountId, reason: 'revoked', now, ...(sessionId && { sessionId }) })
  if (sessionId && sessions === 0) throw new Problem('not-found', 'identity/session-not-found')
  const tokens = tokensToo ? await revokeTokensOf(tx, accountId, now) : 0
  return { sessions, tokens }
})
