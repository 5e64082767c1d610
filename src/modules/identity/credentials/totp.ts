import { Secret, TOTP } from 'otpauth'
import { acceptedStep, STEP_SECONDS } from '../domain/totp-step.ts'

const ISSUER = 'Hải Đăng'

const totp = (secret: string, label = '') =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
  })

/** A new seed for an authenticator app, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an authenticator app reads from the picture. */
export function totpUri(secret: string, signInName: string): string {
  return totp(secret, signInName).toString()
}

/** The code of the moment (for tests and demonstrations). */
export function totpCode(secret: string, now: Date): string {
  return totp(secret).generate({ timestamp: now.getTime() })
}

/**
 * The step for which the code is right, one step early or late allowed; null when it is wrong, or of a step that was
 * used already.
 */
export function stepOfCode(secret: string, typed: string, now: Date, lastStep: number): number | null {
  const token = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return null
  const delta = totp(secret).validate({ token, timestamp: now.getTime(), window: 1 })
  return delta === null ? null : acceptedStep(now, delta, lastStep)
}
