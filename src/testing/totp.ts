import { TOTP } from 'otpauth'

/** The six digits an authenticator shows now for a secret in base32. */
export function totpNow(secret: string): string {
  return new TOTP({ secret, digits: 6, period: 30, algorithm: 'SHA1' }).generate()
}
