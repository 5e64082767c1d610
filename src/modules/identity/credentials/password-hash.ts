import { hash, parseOptions, verify } from '@node-rs/argon2'
import { normalPassword } from '../domain/password.ts'
import type { Settings } from '../domain/settings.ts'

/** Argon2id, by its number: the library's enum is erased by our compiler. */
const ARGON2ID = 2

const costs = (settings: Settings) => ({
  memoryCost: settings['argon2-memory'],
  timeCost: settings['argon2-passes'],
  parallelism: settings['argon2-lanes'],
})

/** The argon2id hash of a password at the cost that is set. */
export function hashPassword(password: string, settings: Settings): Promise<string> {
  return hash(normalPassword(password), { ...costs(settings), algorithm: ARGON2ID })
}

/**
 * Whether the password is the one behind the hash. Without a hash (no such account, no password) the same work is done
 * against a hash nobody knows the password of, at the same cost, and the answer is no.
 */
export async function isPassword(stored: string | null, typed: string, settings: Settings): Promise<boolean> {
  const right = await verify(stored ?? (await dummyHash(settings)), normalPassword(typed))
  return stored !== null && right
}

/** Whether a hash was made at another cost than is set now, and should be made anew while the password is at hand. */
export function isOutdated(stored: string, settings: Settings): boolean {
  const made = parseOptions(stored)
  const wanted = costs(settings)
  return (
    made.memoryCost !== wanted.memoryCost ||
    made.timeCost !== wanted.timeCost ||
    made.parallelism !== wanted.parallelism
  )
}

const dummies = new Map<string, Promise<string>>()

function dummyHash(settings: Settings): Promise<string> {
  const key = JSON.stringify(costs(settings))
  const known = dummies.get(key)
  if (known) return known
  const made = hashPassword(crypto.randomUUID(), settings)
  dummies.set(key, made)
  return made
}
