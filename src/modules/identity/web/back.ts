import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useGoTo } from '#ui/link.tsx'

/** The pages on the way in: nobody comes back to them. */
const ON_THE_WAY = /^\/(sign-in|locked|change-password|second-factor)(?![\w-])/

/** The page someone came from, when it is one of ours; `//elsewhere` and `/\elsewhere` are not. */
export function safeBack(query: string): string {
  const back = new URLSearchParams(query).get('back') ?? '/'
  return /^\/(?![/\\])/.test(back) && !ON_THE_WAY.test(back) ? back : '/'
}

/** Goes on after a sign-in, an unlocking or a mended account: everything is asked for anew, then back to the page. */
export function useGoOn(): () => Promise<void> {
  const client = useQueryClient()
  const goTo = useGoTo()
  return async () => {
    const back = safeBack(location.search)
    await client.invalidateQueries()
    goTo(back, { replace: true })
  }
}

/** Goes on by itself as soon as there is nothing left to do on the page. */
export function useGoOnWhen(isReady: boolean): void {
  const goOn = useGoOn()
  const latest = useRef(goOn)
  useEffect(() => {
    latest.current = goOn
  })
  useEffect(() => {
    if (isReady) void latest.current()
  }, [isReady])
}
