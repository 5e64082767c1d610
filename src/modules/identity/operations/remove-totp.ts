import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { needsSecondFactor } from '../domain/session.ts'
import { auditWithoutInput, ownSession, requirePassword } from '../own-session.ts'
import { deleteTotp, getFactors } from '../store/credentials.ts'

/** Removes the authenticator app and its recovery codes. */
export const removeTotp = operation(contract.removeTotp, async (context, { password }) => {
  const { tx } = context
  const own = await ownSession(context)
  await requirePassword(context, own, password)
  const { totp, passkeys } = await getFactors(tx, own.account.id)
  if (!totp) throw new Problem('conflict', 'identity/not-enrolling')
  if (passkeys === 0 && needsSecondFactor(own.account.kind, own.settings)) {
    throw new Problem('rule-broken', 'identity/factor-needed', 'The last second factor stays.')
  }
  await deleteTotp(tx, own.account.id)
  await auditWithoutInput(context, contract.removeTotp)
  return {}
})
