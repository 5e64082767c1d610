import type { Sending } from '../domain/message.ts'

// Text and Zalo messages go to a provider, or to an adapter in front of one, over a small interface of our own (docs/operations.md says what of
// it is assumed): POST {address}/messages with a bearer key and an Idempotency-Key; { to, text, reference } in, { id } out.

const TIMEOUT_MS = 8000
const LARGEST_ANSWER = 64 * 1024

export type ProviderPlace = { readonly url: string; readonly key: string }
export type ProviderMessage = {
  readonly id: string
  readonly to: string
  readonly text: string
  readonly template: string | null
}

/** Hands a message over. Never throws: what went wrong is in the answer, as a code without the address. */
export async function handOver({ url, key }: ProviderPlace, message: ProviderMessage): Promise<Sending> {
  const { id, to, text, template } = message
  try {
    const response = await fetch(`${url.replace(/\/+$/, '')}/messages`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ to, text, template, reference: id }),
    })
    return await readAnswer(response)
  } catch (thrown) {
    const slow = thrown instanceof DOMException && thrown.name === 'TimeoutError'
    return { kind: 'later', code: slow ? 'timeout' : 'unreachable', retryAfterSeconds: null }
  }
}

async function readAnswer(response: Response): Promise<Sending> {
  const { status } = response
  const body = (await response.text()).slice(0, LARGEST_ANSWER)
  if (response.ok) return { kind: 'taken', providerId: providerIdIn(body) }
  if (status === 429 || status >= 500 || status === 408)
    return { kind: 'later', code: `http-${status}`, retryAfterSeconds: secondsIn(response.headers.get('retry-after')) }
  // Our own key is wrong: no fault of this message, and mended by who runs the platform.
  if (status === 401 || status === 403) return { kind: 'later', code: `http-${status}`, retryAfterSeconds: 600 }
  return { kind: 'refused', code: `http-${status}` }
}

function providerIdIn(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body)
    const id = typeof parsed === 'object' && parsed !== null && 'id' in parsed ? parsed.id : null
    return typeof id === 'string' && /^[\w.:-]{1,100}$/.test(id) ? id : null
  } catch {
    return null
  }
}

function secondsIn(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null
}
