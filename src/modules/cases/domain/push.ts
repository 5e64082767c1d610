import { z } from 'zod'

// Notices of the browser (Web Push, RFC 8030): where a browser wants to be told, and what is said.

/** The stand-in of the demonstration: a name that leads nowhere (RFC 2606). */
export const STAND_IN_PUSH_HOST = 'push.haidang.invalid'

const key = (bytes: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}$`))

/** What a browser gives of itself: an address of its maker's push service, and two keys for whom it is meant. */
export const PushTarget = z.object({
  endpoint: z.string().max(1000).refine(isPushEndpoint, 'cases/push-endpoint'),
  /** A point of P-256, uncompressed, in base64url. */
  p256dh: key(65),
  auth: key(16),
})
export type PushTarget = z.infer<typeof PushTarget>

/**
 * Whether an address may be one of a push service: `https` on its usual port at a name of the public network, without a user. Whom the
 * name belongs to is looked at when it is called.
 */
export function isPushEndpoint(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, port, username, password } = new URL(text)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false
  const labels = hostname.split('.')
  const last = labels.at(-1) ?? ''
  if (hostname === STAND_IN_PUSH_HOST) return true
  // A number at the end is an address; one word, or a name of these, is of somebody's own network.
  return labels.length >= 2 && /^[a-z][a-z0-9-]*$/.test(last) && !OWN_NETWORKS.has(last)
}

const OWN_NETWORKS = new Set([
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'invalid',
  'test',
  'arpa',
])

/** What a notice says: that there is news and where, and nothing of whom or what. */
export const PushWords = z.object({ title: z.string().max(100), body: z.string().max(200), url: z.string().max(200) })
export type PushWords = z.infer<typeof PushWords>

export function pushWords(language: 'vi' | 'en'): Pick<PushWords, 'title' | 'body'> {
  return language === 'vi'
    ? { title: 'Dịch vụ công', body: 'Hồ sơ của bạn có tin mới.' }
    : { title: 'Public services', body: 'Your application has news.' }
}
