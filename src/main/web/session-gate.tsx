import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { loadOfflineDoor } from '#modules/counter/web/index.tsx'
import { currentSession } from '#modules/identity/contract.ts'
import { saysSessionChanged } from '#ui/call.ts'
import { useOperation } from '#ui/query.ts'
import { type Session, SessionContext } from '#ui/session.tsx'
import { Splash } from '#ui/splash.tsx'
import { useDemonstration } from './demonstration.ts'

/** How often it is asked whether the network is back. */
const AGAIN_MS = 15_000

const OfflineDoor = lazy(async () => ({ default: await loadOfflineDoor() }))

/**
 * Asks who is signed in before anything is shown, and again when a refusal says that this has changed. When nobody answers, a counter of
 * this browser may be opened all the same; its session ends when the server knows one, and outlives the server's having forgotten it.
 */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const session = useOperation(currentSession, {})
  const client = useQueryClient()
  const ribbon = useDemonstration()
  const [offline, setOffline] = useState<Session | null>(null)
  useEffect(() => watchRefusals(client), [client])
  const { data, refetch } = session
  const isOffline = offline !== null && (data === undefined || data.account === null)
  useEffect(() => {
    if (!isOffline) return
    const timer = setInterval(() => void refetch(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [isOffline, refetch])
  if (isOffline) return <SessionContext value={offline}>{children}</SessionContext>
  if (data === undefined) {
    // A browser that knows it has no network does not even ask.
    if (session.isPending && session.fetchStatus !== 'paused') return <Splash />
    const unanswered = <Splash problem={session.error ?? UNREACHABLE} onRetry={refetch} />
    return (
      <Suspense fallback={<Splash />}>
        <OfflineDoor ribbon={ribbon} otherwise={unanswered} onOpen={setOffline} />
      </Suspense>
    )
  }
  return <SessionContext value={data}>{children}</SessionContext>
}

const UNREACHABLE = Object.assign(new Error('platform/unreachable'), {
  body: { type: 'about:blank', title: 'unavailable', status: 503, code: 'platform/unreachable' },
  requestId: null,
})

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
