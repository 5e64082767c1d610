/**
 * Keeps the shell of the pages for counters that work without a network: the one page and the scripts, styles and fonts that the counter
 * needs. It is registered by a counter alone. It touches no call of the API: what it keeps is the same for everyone and holds no data.
 *
 * A page is always asked of the network first, so whoever has a network has the shell of the server that answers. Without one, the shell of
 * the last visit opens; before a counter sends with it, it asks whether it is still that of the server.
 */

/** Put in by the build (src/main/shell-worker-plugin.ts). */
declare const __SHELL_FILES__: readonly string[]
/** Another build has other files, and so another name. */
declare const __SHELL_NAME__: string

type Extendable = Event & { waitUntil(done: Promise<unknown>): void }
type Asked = Extendable & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type ShellWorker = {
  readonly location: Location
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', act: (event: Extendable) => void): void
  addEventListener(kind: 'fetch', act: (event: Asked) => void): void
}
// The types of a page and of a worker exclude each other; this file runs as a worker.
const worker = self as unknown as ShellWorker

const FILES = __SHELL_FILES__
const PREFIX = 'haidang-shell '
const NAME = PREFIX + __SHELL_NAME__
const PAGE = '/'
/** A network that does not answer is as good as none. */
const PATIENCE_MS = 4_000

worker.addEventListener('install', (event) => event.waitUntil(keep()))
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()))
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (request.mode === 'navigate' && !pathname.startsWith('/api/')) event.respondWith(pageFor(request))
  else if (FILES.includes(pathname)) event.respondWith(fileFor(request))
})

async function keep(): Promise<void> {
  const cache = await caches.open(NAME)
  await cache.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: 'reload' })))
  await worker.skipWaiting()
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== NAME) await caches.delete(name)
  await worker.clients.claim()
}

async function pageFor(request: Request): Promise<Response> {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (thrown) {
    const kept = await caches.match(PAGE, { cacheName: NAME })
    if (kept) return kept
    throw thrown
  }
}

async function fileFor(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: NAME })) ?? fetch(request)
}

// A module, so that its names are its own.
export {}
