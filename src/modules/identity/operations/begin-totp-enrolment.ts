import { toDataURL } from 'qrcode'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { sealText } from '../credentials/sealing.ts'
import { newTotpSecret, totpUri } from '../credentials/totp.ts'
import { ownSession } from '../own-session.ts'
import { findTotpForUpdate, saveTotp } from '../store/credentials.ts'

/** A new seed for an authenticator app. It protects nothing until its first code confirms it. */
export const beginTotpEnrolment = operation(contract.beginTotpEnrolment, async (context) => {
  const { tx, now } = context
  const { account } = await ownSession(context)
  if ((await findTotpForUpdate(tx, account.id))?.confirmedAt) throw new Problem('conflict', 'identity/enrolled-already')
  const secret = newTotpSecret()
  await saveTotp(tx, {
    accountId: account.id,
    secretSealed: sealText(secret, 'identity.totp', account.id),
    enrolledAt: now,
    confirmedAt: null,
    lastStep: 0,
  })
  const uri = totpUri(secret, account.signInName)
  return { secret, uri, picture: await toDataURL(uri, { margin: 2, width: 220 }) }
})
