import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { gatherChanges } from './live-changes.ts'
import { whileSeen } from './live-sight.ts'

/** One stream of change notices for the whole page; it carries topic names, never data. */
export type LiveState = 'idle' | 'connected' | 'offline'

/** Topics change together when a page opens: wait this long before asking for them in one stream. */
const GATHER_MS = 60
/** A figure may be a second old, never two: notices in between are gathered. */
const GATHER_CHANGES_MS = 700
/** The server says so when it does not know what it missed. */
const EVERYTHING = '*'
const RETRY_MS = 1_000
const RETRY_MOST_MS = 30_000
/** A closed page's topics are dropped after this long, so that going back and forth opens no new stream. */
const FORGET_MS = 20_000
/** A page out of sight keeps its stream for so long. */
const HIDDEN_MS = 15_000

const watched = new Map<string, number>()
const listeners = new Set<() => void>()
let state: LiveState = 'idle'
let source: EventSource | null = null
let connected: ReadonlySet<string> = new Set()
let retryMs = RETRY_MS
let timer: ReturnType<typeof setTimeout> | undefined
let watchesSight = false

/** Watches the topics while the component is shown; queries with such a topic in `meta.topics` are fetched again. */
export function useTopics(topics: readonly string[]) {
  const client = useQueryClient()
  const key = [...topics].sort().join(',')
  useEffect(() => {
    if (!key) return
    const names = key.split(',')
    for (const name of names) watched.set(name, (watched.get(name) ?? 0) + 1)
    schedule(client, GATHER_MS)
    return () => {
      setTimeout(() => {
        for (const name of names) watched.set(name, (watched.get(name) ?? 1) - 1)
      }, FORGET_MS)
    }
  }, [client, key])
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
  )
}

function schedule(client: QueryClient, afterMs: number) {
  clearTimeout(timer)
  timer = setTimeout(() => connect(client), afterMs)
}

function connect(client: QueryClient) {
  if (!watchesSight) whileSeen(document, HIDDEN_MS, { open: () => schedule(client, 0), close })
  watchesSight = true
  const topics = topicsNow()
  const isOpen = source !== null && source.readyState !== EventSource.CLOSED
  if (topics.length === 0 || (isOpen && topics.every((topic) => connected.has(topic)))) return
  source?.close()
  connected = new Set(topics)
  const changed = gatherChanges((names) => refetch(client, names), GATHER_CHANGES_MS)
  source = new EventSource(`/api/live?topics=${encodeURIComponent(topics.join(','))}`)
  source.addEventListener('open', () => {
    retryMs = RETRY_MS
    setState('connected')
    // What was announced before the stream stood is unknown.
    changed(topicsNow())
  })
  source.addEventListener('changed', (event: MessageEvent<string>) =>
    changed(event.data === EVERYTHING ? topicsNow() : [event.data]),
  )
  source.addEventListener('error', () => {
    setState('offline')
    if (source?.readyState !== EventSource.CLOSED) return
    // Refused, not broken: the browser would not try again by itself.
    schedule(client, retryMs)
    retryMs = Math.min(retryMs * 2, RETRY_MOST_MS)
  })
}

/** The stream is gone until it is opened anew; then everything watched is looked at again. */
function close() {
  clearTimeout(timer)
  source?.close()
  source = null
  setState('idle')
}

function topicsNow(): readonly string[] {
  const names = [...watched].filter(([, count]) => count > 0).map(([name]) => name)
  return names.toSorted()
}

/** Asks again for what watches the topics; false while one of these answers is still on its way. */
function refetch(client: QueryClient, topics: readonly string[]): boolean {
  const predicate = ({ meta }: { readonly meta: Query['meta'] }) => {
    const own = meta?.['topics']
    return Array.isArray(own) && topics.some((topic) => own.includes(topic))
  }
  if (client.isFetching({ predicate }) > 0) return false
  // A hidden page is asked for when it comes to sight again.
  void client.invalidateQueries({ predicate, refetchType: document.hidden ? 'none' : 'active' })
  return true
}

function setState(next: LiveState) {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}
