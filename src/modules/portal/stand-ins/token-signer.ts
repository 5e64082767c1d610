import { generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto'

/** Signs tokens with RS256, by the key it shows or by one that nobody knows. */
export function signer(): {
  readonly publicKey: JsonWebKey
  sign(claims: unknown, by: 'itself' | 'stranger'): string
} {
  const kid = 'mo-phong'
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    publicKey: { ...own.publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
    sign(claims, by) {
      const text = [{ alg: 'RS256', typ: 'JWT', kid }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.')
      const { privateKey } = by === 'itself' ? own : stranger
      return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
    },
  }
}
