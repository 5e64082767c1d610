import { createHash, createHmac, randomBytes } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { type CitizenProvider, readConfig } from '#server/config.ts'
import { keyFor, seal, unseal } from '#server/secrets.ts'
import type { Verified } from './domain/verified.ts'

/** The provider of identities of this installation. Throws when there is none. */
export function requireProvider(): CitizenProvider {
  const { citizenProvider } = readConfig()
  if (!citizenProvider) throw new Problem('not-found', 'portal/no-provider')
  return citizenProvider
}

/** The page to which the provider sends the browser back. */
export function returnPage(): string {
  const { publicUrl, port } = readConfig()
  return new URL('/cong-dan/dang-nhap', publicUrl ?? `http://localhost:${port}`).href
}

export const newSecret = (): string => randomBytes(32).toString('base64url')
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** By what a person of the provider is found: a keyed hash, as the subject may be the number of a person. */
export const hashOfSubject = (issuer: string, subject: string): string =>
  createHmac('sha256', keyFor('portal.subject')).update(`${issuer} ${subject}`).digest('hex')

export const sealVerifier = (verifier: string, nonce: string): Buffer =>
  seal(Buffer.from(verifier), 'portal.provider-flow', nonce)
export const unsealVerifier = (sealed: Uint8Array, nonce: string): string =>
  unseal(sealed, 'portal.provider-flow', nonce).toString()

/** What is known of a person, sealed for their subject. */
export const sealKnown = (known: Verified, subjectHash: string): Buffer =>
  seal(Buffer.from(JSON.stringify(known)), 'portal.known', subjectHash)
// What was sealed under this purpose was sealed above.
export const unsealKnown = (sealed: Uint8Array, subjectHash: string): Verified =>
  JSON.parse(unseal(sealed, 'portal.known', subjectHash).toString()) as Verified
