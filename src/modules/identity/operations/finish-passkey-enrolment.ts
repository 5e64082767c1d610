import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { verifiedEnrolment } from '../credentials/passkey.ts'
import { ownSession, renewOwnSession } from '../own-session.ts'
import { insertPasskey } from '../store/credentials.ts'
import { takeChallenge } from '../store/sign-in.ts'

/** Adds the passkey that a browser made for the challenge. */
export const finishPasskeyEnrolment = operation(contract.finishPasskeyEnrolment, async (context, input) => {
  const { tx, now, newId } = context
  const { account, sessionId } = await ownSession(context)
  const challenge = await takeChallenge(tx, input.challengeId, 'enrol', now)
  const made = challenge?.accountId === account.id ? await verifiedEnrolment(input.answer, challenge.challenge) : null
  if (!made) throw new Problem('rule-broken', 'identity/passkey-refused', 'The passkey was not accepted.')
  const passkeyId = newId()
  const added = await insertPasskey(tx, {
    id: passkeyId,
    accountId: account.id,
    credentialId: made.credentialId,
    publicKey: Buffer.from(made.publicKey),
    counter: made.counter,
    transports: [...made.transports],
    label: input.label,
    backedUp: made.backedUp,
    createdAt: now,
    lastUsedAt: null,
  })
  if (!added) throw new Problem('rule-broken', 'identity/passkey-refused', 'The passkey is known already.')
  await renewOwnSession(context, sessionId, true)
  return { passkeyId }
})
