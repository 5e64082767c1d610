import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#kernel/problem.ts'

/** Scripts and styles only from ourselves and never inline. */
const POLICY = policy({ style: "'self'" })

function policy({ style, more = [] }: { readonly style: string; readonly more?: readonly string[] }): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src ${style}`,
    ...more,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Of the one page: the component library puts in style elements, which bear the word of this one answer. The charts write their hints as
 * markup with style attributes; where there are none, those are shut out too.
 */
function pagePolicy(nonce: string, strict: boolean): string {
  return policy({ style: `'self' 'nonce-${nonce}'`, more: strict ? [] : ["style-src-attr 'unsafe-inline'"] })
}

/** Of a file that is shown: the browser's own viewer may draw it, alone or inside our own pages, and that is all. */
export const SHOWN_FILE_POLICY =
  "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/** The headers of every answer. */
export function securityHeaders(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers({
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  })
  done()
}

const SECURITY_TXT = `Contact: https://github.com/haidang-platform/haidang/security/advisories
Preferred-Languages: vi, en
Expires: 2027-11-21T00:00:00Z
`

type Pages = {
  /** The folder of the built web pages; null: the API alone. */
  readonly folder: string | null
  /** How the addresses begin of pages on which not even a style may be inline. */
  readonly strict: readonly string[]
}

/** The web pages: hashed assets for ever, the one page for every address that is not an API. */
export async function registerPages(app: FastifyInstance, { folder, strict }: Pages): Promise<void> {
  app.get('/.well-known/security.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send(SECURITY_TXT))
  if (!folder) return
  await app.register(staticFiles, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  })
  await app.register(staticFiles, { root: folder, serve: false })
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  app.get('/*', (request, reply) => {
    const path = (request.params as { '*': string })['*']
    if (path.startsWith('api/') || path.startsWith('health/')) throw new Problem('not-found', 'platform/not-found')
    // Asked for anew each time: a browser must learn of the next one.
    if (path === 'sw.js' || path === 'push-sw.js')
      return reply.header('cache-control', 'no-cache').sendFile(path, { cacheControl: false })
    if (/^[\w-]+\.(svg|png|ico|webmanifest|txt)$/.test(path)) return reply.sendFile(path)
    const nonce = randomBytes(16).toString('base64')
    const isStrict = strict.some((start) => `/${path}/`.startsWith(`${start}/`))
    return reply
      .type('text/html; charset=utf-8')
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': pagePolicy(nonce, isStrict) })
      .send(page.replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`))
  })
}
