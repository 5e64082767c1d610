import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import type { Permission } from '#kernel/endpoint.ts'
import { may, type Session, useSession } from '#ui/session.tsx'
import { NotAllowedPage } from './problem-pages.tsx'

type Props = { readonly permission: Permission; readonly children: ReactNode }

/** Where a session that is not (or no longer) fully open has to go first; the identity module brings these pages. */
const FIRST: Record<Exclude<Session['state'], 'signed-in'>, string> = {
  anonymous: '/sign-in',
  locked: '/locked',
  'must-change-password': '/change-password',
  'must-enrol': '/second-factor',
}

/** Shows a page only to whoever may see it; whoever has to do something first comes back to it afterwards. */
export function RouteGuard({ permission, children }: Props) {
  const session = useSession()
  const router = useRouter()
  const first = permission === 'anyone' || session.state === 'signed-in' ? null : FIRST[session.state]
  useEffect(() => {
    // While the page it goes to is being loaded this one still stands, and must not send there again from there.
    if (first === null || address.split('?')[0] === first) return
    const back = address === '/' ? '' : `?back=${encodeURIComponent(address)}`
    goTo(`${first}${back}`, { replace: true })
  })
  if (first !== null) return null
  return may(session, permission) ? children : <NotAllowedPage permission={permission} />
}
