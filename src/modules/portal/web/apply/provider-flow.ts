import { call } from '#ui/call.ts'
import { beginProviderSignIn } from '../../contract.ts'

/** Held by this tab alone: an answer that comes back into another tab or browser is not taken. */
const KEY = 'haidang.citizen-provider'

/** Sends the browser to the provider of identities, and later back to this page. */
export async function goToProvider(link: boolean, language: 'vi' | 'en'): Promise<void> {
  const { url, browserKey } = await call(beginProviderSignIn, { link, language })
  sessionStorage.setItem(KEY, JSON.stringify({ browserKey, back: location.pathname + location.search }))
  location.assign(url)
}

/** What this tab kept when it went away, which it thereby forgets; null when it did not go. */
export function takeKept(): { readonly browserKey: string; readonly back: string } | null {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return kept === null ? null : (JSON.parse(kept) as { browserKey: string; back: string })
}
