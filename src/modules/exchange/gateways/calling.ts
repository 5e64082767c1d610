import type { Place, Refusal, Told } from './portal.ts'

const TIMEOUT_MS = 10_000
const LARGEST_ANSWER = 4 * 1024 * 1024

type Call = {
  readonly path: string
  readonly key?: string
  readonly token?: string
  readonly body: object | FormData
}

/** One call with a bounded wait and answer; the JSON that came back, or why there is none. Never throws. */
export async function callPortal({ address }: Place, { path, key, token, body }: Call): Promise<Told<unknown>> {
  const isForm = body instanceof FormData
  try {
    const response = await fetch(`${address.replace(/\/+$/, '')}${path}`, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        ...(!isForm && { 'content-type': 'application/json' }),
        ...(key && { 'idempotency-key': key }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: isForm ? body : JSON.stringify(body),
    })
    const text = await boundedText(response)
    if (!response.ok) return refusalOf(response)
    if (text === null) return { kind: 'unreadable', code: 'too-long' }
    return { kind: 'told', value: JSON.parse(text) }
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return { kind: 'unreadable', code: 'not-json' }
    const isSlow = thrown instanceof DOMException && thrown.name === 'TimeoutError'
    return { kind: 'away', code: isSlow ? 'timeout' : 'unreachable', retryAfterSeconds: null }
  }
}

/** The text of an answer, read no further than is bearable; null when it goes on. */
async function boundedText(response: Response): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > LARGEST_ANSWER) return null
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function refusalOf({ status, headers }: Response): Refusal {
  const code = `http-${status}`
  const after = headers.get('retry-after')
  const retryAfterSeconds = after !== null && /^\d{1,6}$/.test(after) ? Number(after) : null
  // Busy, broken, or it does not know us: mended there or by who runs the platform, no fault of what is sent.
  if (status >= 500 || [401, 403, 404, 408, 429].includes(status)) return { kind: 'away', code, retryAfterSeconds }
  return { kind: 'refused', code }
}

/** An answer of the portal: `error_code` 0 (or 00) is good, its `result` is what was asked. */
export function resultOf(answer: Told<unknown>): Told<Readonly<Record<string, unknown>>> {
  if (answer.kind !== 'told') return answer
  const body = answer.value
  if (typeof body !== 'object' || body === null || !('error_code' in body))
    return { kind: 'unreadable', code: 'no-error-code' }
  const { error_code: code } = body
  if (typeof code !== 'string' && typeof code !== 'number') return { kind: 'unreadable', code: 'no-error-code' }
  const shown = String(code)
  // An object that has a field has fields.
  if (/^0+$/.test(shown)) return { kind: 'told', value: body as Readonly<Record<string, unknown>> }
  return { kind: 'refused', code: `error-${shown.replaceAll(/[^\w-]/g, '').slice(0, 20)}` }
}
