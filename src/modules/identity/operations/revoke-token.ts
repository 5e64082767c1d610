import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { ownSession } from '../own-session.ts'
import { revokeTokensOf } from '../store/sessions.ts'

/** Revokes one of one's access tokens at once. */
export const revokeToken = operation(contract.revokeToken, async (context, { tokenId }) => {
  const { account } = await ownSession(context)
  if ((await revokeTokensOf(context.tx, account.id, context.now, tokenId)) === 0) {
    throw new Problem('not-found', 'identity/token-not-found')
  }
  return {}
})
