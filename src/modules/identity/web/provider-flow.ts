import { call } from '#ui/call.ts'
import { beginOidcSignIn } from '../contract.ts'
import { safeBack } from './back.ts'

/** Held by this tab alone: an answer that comes back into another tab or browser is not taken. */
const KEY = 'haidang.provider'

/** Sends the browser to the provider, to sign in or to link it. */
export async function goToProvider(providerId: string, link: boolean): Promise<void> {
  const { url, browserKey } = await call(beginOidcSignIn, { providerId, link })
  const back = link ? '/own-security' : safeBack(location.search)
  sessionStorage.setItem(KEY, JSON.stringify({ browserKey, back }))
  location.assign(url)
}

/** What this tab kept when it went away, which it thereby forgets; null when it did not go. */
export function takeKept(): { readonly browserKey: string; readonly back: string } | null {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return kept === null ? null : (JSON.parse(kept) as { browserKey: string; back: string })
}
