import type { PushTarget } from '#modules/cases/contract.ts'

const WORKER = '/push-sw.js'
/** Apart from the worker of the counter, which looks after all pages. */
const SCOPE = '/ho-so-cua-toi'

/** Whether this browser can be told at all. */
export const canPush = (): boolean =>
  import.meta.env.PROD && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** Asks the browser to be told; where and with which keys. Null: the person said no. */
export async function askBrowser(publicKey: string): Promise<PushTarget | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE, updateViaCache: 'none' })
  await active(registration)
  const applicationServerKey = bytesOf(publicKey)
  const subscription = await registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
  const { endpoint, keys } = subscription.toJSON()
  return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' }
}

/** A made-up browser for the stand-in of the demonstration: with keys as a real one has, and nobody behind it. */
export async function standInBrowser(standIn: string): Promise<PushTarget> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const auth = crypto.getRandomValues(new Uint8Array(16))
  return { endpoint: `${standIn}${crypto.randomUUID()}`, p256dh: textOf(point), auth: textOf(auth) }
}

/** This browser asks its push service for nothing any more. */
export async function forgetBrowser(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(SCOPE)
  if (registration?.active?.scriptURL.endsWith(WORKER) !== true) return
  const subscription = await registration.pushManager.getSubscription()
  await subscription?.unsubscribe()
  await registration.unregister()
}

function active(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.installing ?? registration.waiting
  if (registration.active || !worker) return Promise.resolve()
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
    })
  })
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
