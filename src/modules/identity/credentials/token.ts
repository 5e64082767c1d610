import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A secret of 256 random bits as text, for cookies and tokens. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** SHA-256 of a secret that was made by `newSecret`: random enough that a plain hash cannot be turned back. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

/** Marks our access tokens, so that scanners find one that leaked. */
export const TOKEN_PREFIX = 'hd_'

// Without letters and digits that look alike.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const DIGITS = '23456789'

const pick = (alphabet: string, count: number) =>
  Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)] ?? '').join('')

/** A password to be changed at the first sign-in: 14 characters and more of all four classes, easy to read out. */
export function newTemporaryPassword(): string {
  return `${pick(LETTERS.toUpperCase(), 2)}${pick(LETTERS, 3)}-${pick(LETTERS, 5)}-${pick(DIGITS, 5)}`
}

/** Ten codes of 50 random bits, each good once in place of the authenticator app. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => `${pick(LETTERS + DIGITS, 5)}-${pick(LETTERS + DIGITS, 5)}`)
}

/** The hash under which a recovery code is kept; how it was spaced does not matter. */
export function hashOfRecoveryCode(accountId: string, typed: string): Buffer {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(`${accountId} ${plain}`).digest()
}

/** The hash under which failed attempts on a sign-in name are counted. */
export function hashOfName(signInName: string): Buffer {
  return createHash('sha256').update(`sign-in ${signInName}`).digest()
}
