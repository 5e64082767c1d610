import { connectAlone } from './db.ts'
import { LIVE, WAKE } from './events.ts'

export type Listener = {
  /** Calls back for each topic announced anywhere; returns the way to stop. */
  onTopic(callback: (topic: string) => void): () => void
  /** Calls back when a delivery became due; returns the way to stop. */
  onWake(callback: () => void): () => void
  stop(): Promise<void>
}

/** The process's one LISTEN connection; it comes back by itself when lost, and then wakes everyone once. */
export async function startListener(url: string, onError: (thrown: unknown) => void): Promise<Listener> {
  const topics = new Set<(topic: string) => void>()
  const wakes = new Set<() => void>()
  let stopped = false
  let client = connectAlone(url)

  const open = async () => {
    client.on('notification', ({ channel, payload }) => {
      if (channel === LIVE) for (const callback of topics) callback(payload ?? '')
      else for (const callback of wakes) callback()
    })
    client.on('error', (thrown) => {
      onError(thrown)
      void reopen()
    })
    client.on('end', () => void reopen())
    await client.connect()
    await client.query(`listen ${LIVE}; listen ${WAKE}`)
    // Whatever was announced while the line was down is unknown: everyone looks again.
    for (const callback of topics) callback('*')
    for (const callback of wakes) callback()
  }

  let reopening: Promise<void> | null = null
  const reopen = () => {
    if (stopped) return Promise.resolve()
    reopening ??= (async () => {
      for (let wait = 200; !stopped; wait = Math.min(wait * 2, 5000)) {
        await new Promise((resolve) => setTimeout(resolve, wait))
        try {
          client.removeAllListeners()
          client.on('error', () => undefined)
          await client.end().catch(() => undefined)
          client = connectAlone(url)
          await open()
          break
        } catch (thrown) {
          onError(thrown)
        }
      }
      reopening = null
    })()
    return reopening
  }

  await open()
  return {
    onTopic(callback) {
      topics.add(callback)
      return () => topics.delete(callback)
    },
    onWake(callback) {
      wakes.add(callback)
      return () => wakes.delete(callback)
    },
    async stop() {
      stopped = true
      await client.end()
    },
  }
}
