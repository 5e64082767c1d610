import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { View } from './identity-pages.ts'
import type { Language } from './words.ts'

const LARGEST_FORM = 10_000

/** A form that another site has sent. */
export function isForeign({ method, headers }: IncomingMessage): boolean {
  const from = headers['sec-fetch-site']
  return method === 'POST' && from !== undefined && from !== 'same-origin'
}

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString('utf8')
    if (text.length > LARGEST_FORM) throw new Error('Too long.')
  }
  return new URLSearchParams(text)
}

export const languageOf = (said: string | null): Language => (said?.startsWith('en') ? 'en' : 'vi')

export function viewOf(said: string | null, url?: URL): View {
  const language = languageOf(said)
  const other = url && new URL(url)
  other?.searchParams.set(url?.pathname === '/' ? 'lang' : 'ui_locales', language === 'vi' ? 'en' : 'vi')
  const nonce = randomBytes(16).toString('base64')
  return { language, nonce, otherLanguage: other ? `${other.pathname}${other.search}` : null }
}

export function page(response: ServerResponse, status: number, text: string, { nonce }: View): void {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    // A browser looks at where a form leads in the end, too: back to the platform on this machine.
    "form-action 'self' http://127.0.0.1:* http://localhost:*",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  const headers = { 'content-security-policy': policy.join('; '), 'referrer-policy': 'same-origin' }
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers })
    .end(text)
}

export function json(response: ServerResponse, status: number, answer: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(answer))
}
