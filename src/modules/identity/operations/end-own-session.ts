import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { ownSession } from '../own-session.ts'
import { endSessionsOf } from '../store/sessions.ts'

/** Ends one of one's sessions; when it is the one that asks, its cookie goes too. */
export const endOwnSession = operation(contract.endOwnSession, async (context, { sessionId }) => {
  const own = await ownSession(context)
  const ended = await endSessionsOf(context.tx, {
    accountId: own.account.id,
    sessionId,
    reason: 'revoked',
    now: context.now,
  })
  if (ended === 0) throw new Problem('not-found', 'identity/session-not-found')
  if (sessionId === own.sessionId) context.session.clear()
  return {}
})
