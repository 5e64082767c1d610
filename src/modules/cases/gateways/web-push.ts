import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  type ECDH,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import type { Sending } from '../domain/message.ts'
import type { PushTarget } from '../domain/push.ts'
import type { PushPost } from './push-post.ts'

// Web Push: the message encrypted for one browser (RFC 8291, on RFC 8188), who sends shown by a signed token (RFC 8292), handed over (RFC 8030).

const CURVE = 'prime256v1'
const RECORD_BYTES = 4096
/** A notice is small; push services take 4,096 bytes with what encryption adds. */
const MOST_BYTES = 2000
/** A browser that is off is told when it comes back within two days. */
const TTL_SECONDS = 2 * 86_400
const TOKEN_SECONDS = 12 * 3600

/** By which key an installation shows who it is, and where its operator is reached. */
export type VapidKey = { readonly publicKey: string; readonly privateKey: KeyObject; readonly subject: string }

/** A new pair: the public half as browsers take it, the private one as PKCS #8. */
export function newVapidPair(): { publicKey: string; privateKey: Buffer } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')])
  return { publicKey: point.toString('base64url'), privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }) }
}

export const readPrivateKey = (pkcs8: Buffer): KeyObject =>
  createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })

/** Whether a browser's key is a point of the curve at all. */
export function isPoint(p256dh: string): boolean {
  const point = Buffer.from(p256dh, 'base64url')
  if (point.length !== 65 || point[0] !== 4) return false
  try {
    ownKeys().computeSecret(point)
    return true
  } catch {
    return false
  }
}

function ownKeys(): ECDH {
  const keys = createECDH(CURVE)
  keys.generateKeys()
  return keys
}

const derived = (secret: Uint8Array, salt: Uint8Array, info: Uint8Array | string, bytes: number) =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, bytes))

/** The words, readable by the browser of the target alone: one record with its header. Keys and salt are new for each, but in tests. */
export function encrypted(
  plain: Uint8Array,
  { p256dh, auth }: Pick<PushTarget, 'p256dh' | 'auth'>,
  { keys = ownKeys(), salt = randomBytes(16) }: { readonly keys?: ECDH; readonly salt?: Buffer } = {},
): Buffer {
  if (plain.length > MOST_BYTES) throw new RangeError('A notice is small.')
  const theirs = Buffer.from(p256dh, 'base64url')
  const ours = keys.getPublicKey()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours])
  const secret = derived(keys.computeSecret(theirs), Buffer.from(auth, 'base64url'), info, 32)
  const key = derived(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derived(secret, salt, 'Content-Encoding: nonce\0', 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  // 2 ends the last record.
  const body = Buffer.concat([cipher.update(plain), cipher.update(Buffer.of(2)), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(RECORD_BYTES)
  return Buffer.concat([salt, size, Buffer.of(ours.length), ours, body])
}

/** The value of `Authorization`: for whom, until when, from whom. */
export function vapidHeader(endpoint: string, { publicKey, privateKey, subject }: VapidKey, now: Date): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const exp = Math.floor(now.getTime() / 1000) + TOKEN_SECONDS
  const claims = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: new URL(endpoint).origin, exp, sub: subject })}`
  const signature = sign('sha256', Buffer.from(claims), { key: privateKey, dsaEncoding: 'ieee-p1363' })
  return `vapid t=${claims}.${signature.toString('base64url')}, k=${publicKey}`
}

/** The browser is no more: its address is to be forgotten. */
export const GONE = 'push-gone'

/** Hands one notice over. Never throws. */
export async function sendPush(
  id: string,
  target: PushTarget,
  words: string,
  { key, post, now }: { readonly key: VapidKey; readonly post: PushPost; readonly now: Date },
): Promise<Sending> {
  try {
    const { status, retryAfter } = await post(id, target.endpoint, encrypted(Buffer.from(words), target), {
      authorization: vapidHeader(target.endpoint, key, now),
      'content-encoding': 'aes128gcm',
      'content-type': 'application/octet-stream',
      ttl: String(TTL_SECONDS),
      urgency: 'normal',
    })
    return answered(status, retryAfter)
  } catch {
    return { kind: 'later', code: 'unreachable', retryAfterSeconds: null }
  }
}

function answered(status: number, retryAfter: string | undefined): Sending {
  if (status >= 200 && status < 300) return { kind: 'taken', providerId: null }
  if (status === 404 || status === 410) return { kind: 'refused', code: GONE }
  const seconds = retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null
  if (status === 429 || status === 408 || status >= 500)
    return { kind: 'later', code: `http-${status}`, retryAfterSeconds: seconds }
  // Our own key is not taken: no fault of this message.
  if (status === 401 || status === 403) return { kind: 'later', code: `http-${status}`, retryAfterSeconds: 600 }
  return { kind: 'refused', code: `http-${status}` }
}
