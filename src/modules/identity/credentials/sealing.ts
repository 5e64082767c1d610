import { seal, unseal } from '#server/secrets.ts'

/** What the secret is; each is sealed under a key of its own. */
type Purpose = 'identity.totp' | 'identity.oidc-client' | 'identity.oidc-flow'

/** The secret sealed under the installation's key for one owner, so that a copy of the database is not enough to use it. */
export function sealText(secret: string, purpose: Purpose, owner: string): Buffer {
  return seal(Buffer.from(secret), purpose, owner)
}

/** The secret that was sealed; throws when the key, purpose or owner is another or the bytes were changed. */
export function unsealText(sealed: Uint8Array, purpose: Purpose, owner: string): string {
  return unseal(sealed, purpose, owner).toString('utf8')
}
