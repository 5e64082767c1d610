import { Secret, TOTP } from 'otpauth'
import { useEffect, useState } from 'react'

/** The code that an authenticator app would show now; for demonstrations, whose seed is published. */
export function useTotpNow(seed: string): string {
  const [code, setCode] = useState(() => totpNow(seed))
  useEffect(() => {
    const timer = setInterval(() => setCode(totpNow(seed)), 1000)
    return () => clearInterval(timer)
  }, [seed])
  return code
}

export function totpNow(seed: string): string {
  return new TOTP({ secret: Secret.fromBase32(seed) }).generate()
}
