import type { ReactNode } from 'react'
import { currentSession } from '#modules/identity/contract.ts'
import { useOperation } from '#ui/query.ts'
import { SessionContext } from '#ui/session.tsx'
import { Splash } from '#ui/splash.tsx'

/** Asks who is signed in before anything is shown, and again whenever something may have changed that. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const session = useOperation(currentSession, {})
  if (session.data === undefined) {
    if (session.isPending) return <Splash />
    return <Splash problem={session.error} onRetry={() => session.refetch()} />
  }
  return <SessionContext value={session.data}>{children}</SessionContext>
}
