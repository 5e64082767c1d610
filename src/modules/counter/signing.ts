import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { Problem } from '#kernel/problem.ts'
import { type Slip, statementText } from './domain/statement.ts'

type KeyParts = { readonly keyX: string; readonly keyY: string }

/** The public key of a counter. Throws `invalid-input` for what is no point of the curve. */
export function publicKeyOf({ keyX: x, keyY: y }: KeyParts): KeyObject {
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' })
  } catch {
    throw new Problem('invalid-input', 'counter/bad-key', 'The key is none of ECDSA P-256.')
  }
}

/** Whether the counter with this key signed the statement. */
export function isSigned(slip: Slip, key: KeyParts): boolean {
  const signature = Buffer.from(slip.signature, 'base64url')
  const options = { key: publicKeyOf(key), dsaEncoding: 'ieee-p1363' } as const
  return verify('sha256', Buffer.from(statementText(slip)), options, signature)
}

export function hashOfContent(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}
