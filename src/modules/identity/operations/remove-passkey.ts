import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { needsSecondFactor } from '../domain/session.ts'
import { ownSession } from '../own-session.ts'
import { deletePasskey, findPassword, getFactors } from '../store/credentials.ts'
import { listLinks } from '../store/providers.ts'

/** Removes one of one's passkeys, unless it is the last second factor that is needed, or the last way in. */
export const removePasskey = operation(contract.removePasskey, async (context, { passkeyId }) => {
  const { tx } = context
  const { account, settings } = await ownSession(context)
  if (!(await deletePasskey(tx, account.id, passkeyId))) throw new Problem('not-found', 'identity/passkey-not-found')
  const left = await getFactors(tx, account.id)
  if (!left.totp && left.passkeys === 0 && needsSecondFactor(account.kind, settings)) {
    throw new Problem('rule-broken', 'identity/factor-needed', 'The last second factor stays.')
  }
  const otherWays = (await findPassword(tx, account.id)) !== undefined || (await listLinks(tx, account.id)).length > 0
  if (left.passkeys === 0 && !otherWays) throw new Problem('rule-broken', 'identity/way-in-needed', 'The last way in.')
  return {}
})
