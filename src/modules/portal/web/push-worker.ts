/**
 * Shows that there is news of an application. It is registered by whoever turned browser notices on, for the pages of one's own
 * applications alone; it keeps nothing and touches no request.
 */

type Extendable = Event & { waitUntil(done: Promise<unknown>): void }
type Pushed = Extendable & { readonly data: { json(): unknown } | null }
type Clicked = Extendable & { readonly notification: Notification }
type PushWorker = {
  readonly registration: ServiceWorkerRegistration
  readonly clients: { openWindow(url: string): Promise<unknown> }
  addEventListener(kind: 'push', act: (event: Pushed) => void): void
  addEventListener(kind: 'notificationclick', act: (event: Clicked) => void): void
}
// The types of a page and of a worker exclude each other; this file runs as a worker.
const worker = self as unknown as PushWorker

const OWN = '/ho-so-cua-toi'

worker.addEventListener('push', (event) => {
  const { title, body, url } = wordsOf(event.data)
  event.waitUntil(worker.registration.showNotification(title, { body, tag: url, icon: '/favicon.svg', data: { url } }))
})

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { url } = event.notification.data as { url: string } // put there above
  event.waitUntil(worker.clients.openWindow(url))
})

/** What was sent; a link leads to the applications of this site or to their list. */
function wordsOf(data: Pushed['data']): { title: string; body: string; url: string } {
  const said = read(data)
  const text = (value: unknown, other: string) => (typeof value === 'string' && value !== '' ? value : other)
  const url = text(said.url, OWN)
  return {
    title: text(said.title, 'Dịch vụ công'),
    body: text(said.body, 'Hồ sơ của bạn có tin mới.'),
    url: url === OWN || url.startsWith(`${OWN}/`) ? url : OWN,
  }
}

function read(data: Pushed['data']): { title?: unknown; body?: unknown; url?: unknown } {
  try {
    const said = data?.json()
    return typeof said === 'object' && said !== null ? said : {}
  } catch {
    return {}
  }
}

// A module, so that its names are its own.
export {}
