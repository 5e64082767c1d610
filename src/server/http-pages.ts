import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '#kernel/problem.ts'

/** Scripts only from ourselves and never inline; styles may be inline because the component library sets element styles. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

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

/** The web pages: hashed assets for ever, the one page for every address that is not an API. */
export async function registerPages(app: FastifyInstance, folder: string | null): Promise<void> {
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
  const page = await readFile(join(folder, 'index.html'))
  app.get('/*', (request, reply) => {
    const path = (request.params as { '*': string })['*']
    if (path.startsWith('api/') || path.startsWith('health/')) throw new Problem('not-found', 'platform/not-found')
    // Asked for anew each time: a browser must learn of the next one.
    if (path === 'sw.js') return reply.header('cache-control', 'no-cache').sendFile(path, { cacheControl: false })
    if (/^[\w-]+\.(svg|png|ico|webmanifest|txt)$/.test(path)) return reply.sendFile(path)
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}
