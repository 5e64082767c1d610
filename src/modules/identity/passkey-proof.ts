import type { Tx } from '#server/db.ts'
import { credentialIdOf, verifiedAssertion } from './credentials/passkey.ts'
import { findPasskeyForUpdate, updatePasskeyUse } from './store/credentials.ts'
import { takeChallenge } from './store/sign-in.ts'
import type { ChallengePurpose } from './store/tables.ts'

type Answer = {
  readonly challengeId: string
  readonly purpose: ChallengePurpose
  readonly answer: Readonly<Record<string, unknown>>
  readonly now: Date
}

/**
 * The account whose passkey answered the challenge; null when the answer does not hold. The challenge is used up either
 * way, and a challenge made for one account is answered by that account's passkeys only.
 */
export async function accountByPasskey(tx: Tx, { challengeId, purpose, answer, now }: Answer): Promise<string | null> {
  const challenge = await takeChallenge(tx, challengeId, purpose, now)
  const credentialId = credentialIdOf(answer)
  const passkey = credentialId ? await findPasskeyForUpdate(tx, credentialId) : undefined
  if (!challenge || !passkey) return null
  if (challenge.accountId !== null && challenge.accountId !== passkey.accountId) return null
  // A challenge for a second step or an unlocking was made for an account; without one it was made for nobody.
  if (challenge.accountId === null && purpose !== 'sign-in') return null
  const counter = await verifiedAssertion(answer, challenge.challenge, passkey)
  if (counter === null) return null
  await updatePasskeyUse(tx, passkey.id, counter, now)
  return passkey.accountId
}
