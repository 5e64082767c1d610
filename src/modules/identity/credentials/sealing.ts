import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'

/**
 * Seals small secrets (the seed of an authenticator app, the secret of a sign-in provider) with AES-256-GCM, so that
 * a copy of the database is not enough to use them. The key lies in a file beside the data, readable by the platform's
 * user alone; several processes on several machines are given the same file.
 */
export function seal(secret: string, purpose: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(purpose))
  return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** The secret that was sealed for the same purpose; throws when the key is another or the bytes were changed. */
export function unseal(sealed: Uint8Array, purpose: string): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12)).setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(bytes.length - 16))
  return decipher.update(bytes.subarray(12, bytes.length - 16), undefined, 'utf8') + decipher.final('utf8')
}

const FILE = 'identity.key'
let known: Buffer | null = null

function key(): Buffer {
  known ??= readKey(readConfig().dataFolder)
  return known
}

function readKey(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, FILE)
  try {
    // Fails when the file exists, so that of two processes that start at once only one makes the key.
    writeFileSync(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) throw thrown
  }
  const bytes = Buffer.from(readFileSync(path, 'utf8'), 'base64')
  if (bytes.length !== 32) throw new Error(`${FILE} in the data folder does not hold a key of 32 bytes.`)
  return bytes
}
