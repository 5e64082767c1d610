import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from './config.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

let root: Buffer | undefined

/**
 * The installation's secret: SECRET_KEY (base64, 32 bytes; needed where several machines share one database),
 * else a file beside the data that only its owner can read, made at first use. It is never in the database.
 */
function rootKey(): Buffer {
  root ??= loadRootKey()
  return root
}

function loadRootKey(): Buffer {
  const { secretKey, dataFolder, test } = readConfig()
  if (secretKey) return secretKey
  if (test) return Buffer.alloc(KEY_BYTES, 7)
  const file = join(dataFolder, 'secret.key')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    try {
      writeFileSync(file, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600, flag: 'wx' })
      chmodSync(file, 0o600)
    } catch (thrown) {
      // Another process of this installation made it in the same moment.
      if (!existsSync(file)) throw thrown
    }
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new Error(`${file} does not hold a key of ${KEY_BYTES} bytes.`)
  return key
}

/** A key of its own for one purpose, 32 bytes, derived from the installation's secret. */
export function keyFor(purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', rootKey(), 'haidang', purpose, KEY_BYTES))
}

/** The bytes encrypted for one purpose and one owner (AES-256-GCM); `owner` is bound in, so a row cannot be moved to another. */
export function seal(plain: Uint8Array, purpose: string, owner: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
  cipher.setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** What was sealed; throws when the key, purpose or owner is another, or a bit has changed. */
export function unseal(sealed: Uint8Array, purpose: string, owner: string): Buffer {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, NONCE_BYTES))
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}
