import { MOST_FILE_BYTES } from '#server/files.ts'
import type { Place, Told } from './portal.ts'

const TIMEOUT_MS = 20_000

/** A file the portal names. Only from the portal's own address: a record does not choose whom this server asks. */
export async function fetchPortalFile({ address }: Place, url: string): Promise<Told<Uint8Array>> {
  const target = URL.canParse(url, address) ? new URL(url, address) : null
  if (target?.origin !== new URL(address).origin) return { kind: 'refused', code: 'elsewhere' }
  try {
    const response = await fetch(target, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    if (response.status >= 500) return { kind: 'away', code: `http-${response.status}`, retryAfterSeconds: null }
    if (!response.ok) return { kind: 'refused', code: `http-${response.status}` }
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      if (size > MOST_FILE_BYTES) return { kind: 'refused', code: 'too-large' }
      chunks.push(chunk)
    }
    return { kind: 'told', value: new Uint8Array(Buffer.concat(chunks)) }
  } catch {
    return { kind: 'away', code: 'unreachable', retryAfterSeconds: null }
  }
}
