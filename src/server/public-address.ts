import { readConfig } from './config.ts'

let listening: string | null = null

/** From now on this is where people reach a platform that was told no `PUBLIC_URL`: a demonstration, on the machine it runs on. */
export function reachedAt(address: string | null): void {
  listening = address?.replace(/\/+$/, '') ?? null
}

/** The address under which people reach the platform, without a slash at its end; null where nobody has said it. */
export function publicAddress(): string | null {
  return readConfig().publicUrl?.replace(/\/+$/, '') ?? listening
}
