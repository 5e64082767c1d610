import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from '../credentials/token.ts'
import { auditWithoutInput, ownSession, requirePassword } from '../own-session.ts'
import { findTotp, replaceRecoveryCodes } from '../store/credentials.ts'

/** New recovery codes in place of the old, shown once. */
export const renewRecoveryCodes = operation(contract.renewRecoveryCodes, async (context, { password }) => {
  const own = await ownSession(context)
  await requirePassword(context, own, password)
  const totp = await findTotp(context.tx, own.account.id)
  if (!totp?.confirmedAt) throw new Problem('conflict', 'identity/not-enrolling')
  const recoveryCodes = newRecoveryCodes()
  const hashes = recoveryCodes.map((one) => hashOfRecoveryCode(own.account.id, one))
  await replaceRecoveryCodes(context.tx, own.account.id, hashes)
  await auditWithoutInput(context, contract.renewRecoveryCodes)
  return { recoveryCodes }
})
