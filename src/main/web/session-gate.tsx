import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { currentSession } from '#modules/identity/contract.ts'
import { saysSessionChanged } from '#ui/call.ts'
import { useOperation } from '#ui/query.ts'
import { SessionContext } from '#ui/session.tsx'
import { Splash } from '#ui/splash.tsx'

/** Asks who is signed in before anything is shown, and again when a refusal says that this has changed. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const session = useOperation(currentSession, {})
  const client = useQueryClient()
  useEffect(() => watchRefusals(client), [client])
  if (session.data === undefined) {
    if (session.isPending) return <Splash />
    return <Splash problem={session.error} onRetry={() => session.refetch()} />
  }
  return <SessionContext value={session.data}>{children}</SessionContext>
}

/** Looks at every failed call; returns the way to stop. */
function watchRefusals(client: QueryClient): () => void {
  const look = (error: unknown) => {
    if (saysSessionChanged(error)) void client.invalidateQueries({ queryKey: [currentSession.id] })
  }
  const stops = [
    client.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
    }),
    client.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
