import { readConfig } from '#server/config.ts'

/** The page to which a provider sends the browser back. */
export function redirectUri(): string {
  const { publicUrl, port } = readConfig()
  return new URL('/sign-in/provider', publicUrl ?? `http://localhost:${port}`).href
}
