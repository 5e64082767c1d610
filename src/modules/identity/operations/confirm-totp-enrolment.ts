import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { unsealText } from '../credentials/sealing.ts'
import { hashOfRecoveryCode, newRecoveryCodes } from '../credentials/token.ts'
import { stepOfCode } from '../credentials/totp.ts'
import { ownSession, renewOwnSession } from '../own-session.ts'
import { acceptTotpStep, findTotpForUpdate, replaceRecoveryCodes } from '../store/credentials.ts'

/** From the first right code on, the authenticator app protects the account; gives the recovery codes, once. */
export const confirmTotpEnrolment = operation(contract.confirmTotpEnrolment, async (context, { code }) => {
  const { tx, now } = context
  const { account, sessionId } = await ownSession(context)
  const totp = await findTotpForUpdate(tx, account.id)
  if (!totp || totp.confirmedAt) throw new Problem('conflict', 'identity/not-enrolling')
  const step = stepOfCode(unsealText(totp.secretSealed, 'identity.totp', account.id), code, now, totp.lastStep)
  if (step === null) throw new Problem('rule-broken', 'identity/code-wrong', 'The code is wrong.')
  await acceptTotpStep(tx, account.id, step, now)
  const recoveryCodes = newRecoveryCodes()
  await replaceRecoveryCodes(
    tx,
    account.id,
    recoveryCodes.map((one) => hashOfRecoveryCode(account.id, one)),
  )
  await renewOwnSession(context, sessionId, true)
  return { recoveryCodes }
})
