/** What a counter keeps of its keys: nothing of it opens anything by itself. */
export type SealedKeys = {
  readonly salt: Uint8Array<ArrayBuffer>
  /** The key of the queue, wrapped under the officer's passphrase. */
  readonly byPassphrase: Sealed
  /** The same, wrapped under what the server gives the officer who is signed in. */
  readonly byServer: Sealed
  /** The counter's private key, wrapped under the key of the queue. */
  readonly signing: Sealed
}
export type Sealed = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: ArrayBuffer }

/** The keys while a counter is open: in memory alone, and the browser gives neither of them out. */
export type OpenKeys = { readonly queue: CryptoKey; readonly signing: CryptoKey }

export const SHORTEST_PASSPHRASE = 8
/** Rounds that make each guess at a passphrase expensive (OWASP, PBKDF2 with SHA-256). */
const ROUNDS = 600_000
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const WRAPS: KeyUsage[] = ['wrapKey', 'unwrapKey', 'encrypt', 'decrypt']

/** A fresh pair of signing keys, of which the private one can still be wrapped once. */
export async function newSigningKeys() {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return { privateKey: pair.privateKey, publicKey: { x, y } }
}

/** The keys of a new counter as they are kept. */
export async function sealKeys(privateKey: CryptoKey, passphrase: string, serverKey: string): Promise<SealedKeys> {
  const queue = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, WRAPS)
  const salt = random(16)
  return {
    salt,
    byPassphrase: await wrapped('raw', queue, await keyOfPassphrase(passphrase, salt)),
    byServer: await wrapped('raw', queue, await keyOfServer(serverKey)),
    signing: await wrapped('pkcs8', privateKey, queue),
  }
}

/** The keys of a counter, opened with the passphrase; null when it is wrong. */
export async function openWithPassphrase(keys: SealedKeys, passphrase: string): Promise<OpenKeys | null> {
  return opened(keys, keys.byPassphrase, await keyOfPassphrase(passphrase, keys.salt))
}

/** The keys of a counter, opened with what the server gave; null when it does not fit. */
export async function openWithServer(keys: SealedKeys, serverKey: string): Promise<OpenKeys | null> {
  return opened(keys, keys.byServer, await keyOfServer(serverKey))
}

async function opened({ signing }: SealedKeys, sealed: Sealed, by: CryptoKey): Promise<OpenKeys | null> {
  try {
    const queue = await crypto.subtle.unwrapKey('raw', sealed.bytes, by, gcm(sealed.iv), 'AES-GCM', false, WRAPS)
    const own = await crypto.subtle.unwrapKey('pkcs8', signing.bytes, queue, gcm(signing.iv), CURVE, false, ['sign'])
    return { queue, signing: own }
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'OperationError') return null
    throw thrown
  }
}

/** Encrypts under the key of the queue; `owner` is bound in, so that what is kept of one item cannot stand in for another. */
export async function seal({ queue }: OpenKeys, owner: string, plain: BufferSource): Promise<Sealed> {
  const iv = random(12)
  return { iv, bytes: await crypto.subtle.encrypt({ ...gcm(iv), additionalData: utf8(owner) }, queue, plain) }
}

/** What was sealed. Throws when a bit of it has changed or the owner is another. */
export async function unseal({ queue }: OpenKeys, owner: string, { iv, bytes }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ ...gcm(iv), additionalData: utf8(owner) }, queue, bytes)
}

export async function sealJson(keys: OpenKeys, owner: string, value: unknown): Promise<Sealed> {
  return seal(keys, owner, utf8(JSON.stringify(value)))
}

/** What `sealJson` sealed: the caller knows what it put in. */
export async function unsealJson<T>(keys: OpenKeys, owner: string, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await unseal(keys, owner, sealed))) as T
}

/** Signs a text as the counter; base64url. */
export async function signText({ signing }: OpenKeys, text: string): Promise<string> {
  return base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, signing, utf8(text)))
}

/** SHA-256 in hexadecimal. */
export async function sha256(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

export function randomText(bytes: number): string {
  return base64url(random(bytes).buffer)
}

async function keyOfPassphrase(passphrase: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'])
}

function keyOfServer(text: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['wrapKey', 'unwrapKey'])
}

async function wrapped(format: 'raw' | 'pkcs8', key: CryptoKey, by: CryptoKey): Promise<Sealed> {
  const iv = random(12)
  return { iv, bytes: await crypto.subtle.wrapKey(format, key, by, gcm(iv)) }
}

const gcm = (iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-GCM', iv }) as const
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

function base64url(bytes: ArrayBuffer): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)))
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
