import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { setNewPassword } from '../new-password.ts'
import { auditWithoutInput, ownSession, renewOwnSession, requirePassword } from '../own-session.ts'
import { endSessionsOf } from '../store/sessions.ts'
import { deletePendingOf } from '../store/sign-in.ts'

/** Changes one's password; every other session of the account ends. */
export const changePassword = operation(contract.changePassword, async (context, { current, wanted }) => {
  const { tx, now } = context
  const own = await ownSession(context)
  await requirePassword(context, own, current)
  await setNewPassword(tx, { ...own, password: wanted, now })
  await endSessionsOf(tx, { accountId: own.account.id, butNot: own.sessionId, reason: 'password-changed', now })
  await deletePendingOf(tx, own.account.id)
  await renewOwnSession(context, own.sessionId)
  await auditWithoutInput(context, contract.changePassword)
  return {}
})
