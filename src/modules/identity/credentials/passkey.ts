import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { readConfig } from '#server/config.ts'

export type StoredPasskey = {
  readonly credentialId: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly transports: readonly string[]
}

/** Where passkeys are good: the address people type. Browsers refuse a bare IP address, so development is localhost. */
function place(): { readonly id: string; readonly origins: string[] } {
  const { publicUrl, port } = readConfig()
  const url = new URL(publicUrl ?? `http://localhost:${port}`)
  return { id: url.hostname, origins: [url.origin] }
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
type Options = Record<string, Json>
/** The options without the fields that are not set, which JSON does not know. */
const asJson = (options: object) => JSON.parse(JSON.stringify(options)) as Options

/** What the browser needs to make a new passkey. */
export async function enrolmentOptions(account: {
  readonly id: string
  readonly signInName: string
  readonly displayName: string
  readonly known: readonly string[]
}): Promise<{ challenge: string; options: Options }> {
  const options = await generateRegistrationOptions({
    rpName: 'Hải Đăng',
    rpID: place().id,
    userID: new TextEncoder().encode(account.id),
    userName: account.signInName,
    userDisplayName: account.displayName,
    attestationType: 'none',
    excludeCredentials: account.known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { challenge: options.challenge, options: asJson(options) }
}

/** The passkey a browser made; null when its answer does not hold. */
export async function verifiedEnrolment(
  answer: unknown,
  challenge: string,
): Promise<(StoredPasskey & { readonly backedUp: boolean }) | null> {
  const { id, origins } = place()
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origins,
      expectedRPID: id,
      requireUserVerification: true,
    })
    if (!verified) return null
    const { credential, credentialBackedUp } = registrationInfo
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      backedUp: credentialBackedUp,
    }
  } catch {
    // Whatever is wrong with an answer from outside, it is one refusal: the library throws for each kind of nonsense.
    return null
  }
}

/** What the browser needs to use a passkey; without `known` it offers every one it has for this place. */
export async function assertionOptions(
  known: readonly string[] = [],
): Promise<{ challenge: string; options: Options }> {
  const options = await generateAuthenticationOptions({
    rpID: place().id,
    userVerification: 'required',
    allowCredentials: known.map((id) => ({ id })),
  })
  return { challenge: options.challenge, options: asJson(options) }
}

/** The credential an answer speaks of; null when it names none. */
export function credentialIdOf(answer: Readonly<Record<string, unknown>>): string | null {
  return typeof answer.id === 'string' && answer.id.length <= 1400 ? answer.id : null
}

/** The counter after use, or null when the answer does not hold (signature, challenge, place, verification, replay). */
export async function verifiedAssertion(
  answer: unknown,
  challenge: string,
  stored: StoredPasskey,
): Promise<number | null> {
  const { id, origins } = place()
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origins,
      expectedRPID: id,
      requireUserVerification: true,
      credential: { id: stored.credentialId, publicKey: new Uint8Array(stored.publicKey), counter: stored.counter },
    })
    return verified ? authenticationInfo.newCounter : null
  } catch {
    // As above: nonsense is a refusal.
    return null
  }
}
