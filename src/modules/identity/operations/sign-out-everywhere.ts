import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { ownSession } from '../own-session.ts'
import { endSessionsOf } from '../store/sessions.ts'

/** Ends every session of one's account, this one too. */
export const signOutEverywhere = operation(contract.signOutEverywhere, async (context) => {
  const { account } = await ownSession(context)
  const ended = await endSessionsOf(context.tx, { accountId: account.id, reason: 'signed-out', now: context.now })
  context.session.clear()
  return { ended }
})
