import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'

/** One stream of change notices for the whole page; it carries topic names, never data. */
export type LiveState = 'idle' | 'connected' | 'offline'

/** Topics change together when a page opens: wait this long before asking for them in one stream. */
const GATHER_MS = 60
const RETRY_MS = 2_000
/** A closed page's topics are dropped after this long, so that going back and forth opens no new stream. */
const FORGET_MS = 20_000

const watched = new Map<string, number>()
const listeners = new Set<() => void>()
let state: LiveState = 'idle'
let source: EventSource | null = null
let connectedTopics = ''
let timer: ReturnType<typeof setTimeout> | undefined

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
  const topics = topicsNow()
  const wanted = topics.join(',')
  const isOpen = source !== null && source.readyState !== EventSource.CLOSED
  const covered = isOpen && topics.every((name) => connectedTopics.split(',').includes(name))
  if (!wanted || covered) return
  source?.close()
  connectedTopics = wanted
  source = new EventSource(`/api/live?topics=${encodeURIComponent(wanted)}`)
  source.addEventListener('open', () => {
    // Notices sent while there was no stream are lost: ask again for everything that is watched.
    if (state === 'offline') refetch(client, topics)
    setState('connected')
  })
  source.addEventListener('changed', (event: MessageEvent<string>) =>
    refetch(client, event.data === '*' ? topicsNow() : [event.data]),
  )
  source.addEventListener('error', () => {
    setState('offline')
    if (source?.readyState === EventSource.CLOSED) schedule(client, RETRY_MS)
  })
}

function topicsNow(): readonly string[] {
  return [...watched]
    .filter(([, count]) => count > 0)
    .map(([name]) => name)
    .sort()
}

function refetch(client: QueryClient, topics: readonly string[]) {
  void client.invalidateQueries({
    predicate: ({ meta }) => {
      const own = meta?.['topics']
      return Array.isArray(own) && topics.some((topic) => own.includes(topic))
    },
  })
}

function setState(next: LiveState) {
  if (next === state) return
  state = next
  for (const listener of listeners) listener()
}
