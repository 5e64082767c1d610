import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { enrolmentOptions } from '../credentials/passkey.ts'
import { ownSession } from '../own-session.ts'
import { listPasskeys } from '../store/credentials.ts'
import { insertChallenge } from '../store/sign-in.ts'

const CHALLENGE_MS = 5 * 60_000

/** A challenge to make a new passkey. */
export const beginPasskeyEnrolment = operation(contract.beginPasskeyEnrolment, async (context) => {
  const { tx, now, newId } = context
  const { account } = await ownSession(context)
  const known = await listPasskeys(tx, account.id)
  const { challenge, options } = await enrolmentOptions({
    ...account,
    known: known.map(({ credentialId }) => credentialId),
  })
  const challengeId = newId()
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS)
  await insertChallenge(tx, { id: challengeId, purpose: 'enrol', challenge, accountId: account.id, expiresAt })
  return { challengeId, options }
})
