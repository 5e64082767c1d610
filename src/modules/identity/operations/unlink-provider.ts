import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { ownSession } from '../own-session.ts'
import { findPassword, listPasskeys } from '../store/credentials.ts'
import { deleteLink, listLinks } from '../store/providers.ts'

/** Unlinks a sign-in provider, unless it is the last way in. */
export const unlinkProvider = operation(contract.unlinkProvider, async (context, { providerId }) => {
  const { tx } = context
  const { account } = await ownSession(context)
  if (!(await deleteLink(tx, account.id, providerId))) throw new Problem('not-found', 'identity/provider-not-found')
  const otherWays =
    (await findPassword(tx, account.id)) !== undefined ||
    (await listPasskeys(tx, account.id)).length > 0 ||
    (await listLinks(tx, account.id)).length > 0
  if (!otherWays) throw new Problem('rule-broken', 'identity/way-in-needed', 'The last way in.')
  return {}
})
