import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { Permission } from '#kernel/endpoint.ts'
import { may, type Session, useSession } from '#ui/session.tsx'
import { NeedsNetworkPage, NotAllowedPage } from './problem-pages.tsx'

type Props = {
  readonly permission: Permission
  /** The page works without a network. */
  readonly offline: boolean
  readonly children: ReactNode
}

/** Where a session that is not (or no longer) fully open has to go first; the identity module brings these pages. */
const FIRST: Record<Exclude<Session['state'], 'signed-in'>, string> = {
  anonymous: '/sign-in',
  locked: '/locked',
  'must-change-password': '/change-password',
  'must-enrol': '/second-factor',
}

/** Shows a page only to whoever may see it; whoever has to do something first comes back to it afterwards. */
export function RouteGuard({ permission, offline, children }: Props) {
  const session = useSession()
  const router = useRouter()
  const first = permission === 'anyone' || session.state === 'signed-in' ? null : FIRST[session.state]
  // Once for each reason: this page stays on the screen while the next one loads, and must not send it on again.
  useEffect(() => {
    const { pathname, href } = router.state.location
    if (first === null || pathname === first) return
    const back = href === '/' ? '' : `?back=${encodeURIComponent(href)}`
    router.history.replace(`${first}${back}`)
  }, [first, router])
  if (first !== null) return null
  if (session.offline && !offline) return <NeedsNetworkPage />
  return may(session, permission) ? children : <NotAllowedPage permission={permission} />
}
