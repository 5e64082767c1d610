import { createHash, createHmac, randomBytes } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { type CitizenProvider, readConfig } from '#server/config.ts'
import { keyFor, seal, unseal } from '#server/secrets.ts'
import { RETURN_PATH } from './domain/return-path.ts'
import { NOTHING_VERIFIED, type Verified } from './domain/verified.ts'

let chosen: CitizenProvider | undefined

/** Citizens sign in through this provider from now on; undefined: through the one that the environment names. */
export function signInThrough(provider: CitizenProvider | undefined): void {
  chosen = provider
}

/** The provider of identities of this installation; undefined: there is none. */
export const citizenProvider = (): CitizenProvider | undefined => chosen ?? readConfig().citizenProvider

/** The same. Throws when there is none. */
export function requireProvider(): CitizenProvider {
  const provider = citizenProvider()
  if (!provider) throw new Problem('not-found', 'portal/no-provider')
  return provider
}

/** The page to which the provider sends the browser back, under the address at which it is. */
export const returnPage = (origin: string): string => new URL(RETURN_PATH, origin).href

export const newSecret = (): string => randomBytes(32).toString('base64url')
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** By what a person of the provider is found: a keyed hash, as the subject may be the number of a person. */
export const hashOfSubject = (issuer: string, subject: string): string =>
  createHmac('sha256', keyFor('portal.subject')).update(`${issuer} ${subject}`).digest('hex')

export const sealVerifier = (verifier: string, nonce: string): Buffer =>
  seal(Buffer.from(verifier), 'portal.provider-flow', nonce)
export const unsealVerifier = (sealed: Uint8Array, nonce: string): string =>
  unseal(sealed, 'portal.provider-flow', nonce).toString()

/** What is known of a person, and from whom. */
export type Known = Verified & Pick<CitizenProvider, 'simulated'> & { readonly by: string }

/** The same, sealed for their subject. */
export const sealKnown = (known: Known, subjectHash: string): Buffer =>
  seal(Buffer.from(JSON.stringify(known)), 'portal.known', subjectHash)
// What was sealed under this purpose was sealed above.
export const unsealKnown = (sealed: Uint8Array, subjectHash: string): Known => ({
  ...NOTHING_VERIFIED,
  by: '',
  simulated: false,
  ...(JSON.parse(unseal(sealed, 'portal.known', subjectHash).toString()) as Partial<Known>),
})
