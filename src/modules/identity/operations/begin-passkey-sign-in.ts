import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { assertionOptions } from '../credentials/passkey.ts'
import { hashOfSecret } from '../credentials/token.ts'
import { listPasskeys } from '../store/credentials.ts'
import { findPending, insertChallenge } from '../store/sign-in.ts'
import { openCredentials } from '../store/tables.ts'

const CHALLENGE_MS = 5 * 60_000

/**
 * A challenge for a passkey: to sign in without a name (the browser offers what it has), as the second step, or to unlock
 * the screen of the session that asks.
 */
export const beginPasskeySignIn = operation(contract.beginPasskeySignIn, async ({ tx, actor, now, newId }, input) => {
  await openCredentials(tx)
  const pending = input.pending ? await findPending(tx, hashOfSecret(input.pending), now) : undefined
  const unlocks = !input.pending && actor !== null && actor.sessionId !== null
  const accountId = pending?.accountId ?? (unlocks ? actor.id : null)
  const known = accountId ? await listPasskeys(tx, accountId) : []
  const { challenge, options } = await assertionOptions(known.map(({ credentialId }) => credentialId))
  const challengeId = newId()
  await insertChallenge(tx, {
    id: challengeId,
    purpose: input.pending ? 'second-factor' : unlocks ? 'unlock' : 'sign-in',
    challenge,
    accountId,
    expiresAt: new Date(now.getTime() + CHALLENGE_MS),
  })
  return { challengeId, options }
})
