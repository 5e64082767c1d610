import { type Behaviour, reactionTo } from '../domain/stand-in.ts'
import type { Book, Given } from './book.ts'
import { startHttpStandIn } from './http-provider.ts'

/** A stand-in for a provider of text messages that keeps its book in memory, for tests: it behaves as it is told, one giving each. */
export async function standInProvider({ slowMs = 300, key = 'stand-in' } = {}) {
  const taken = new Map<string, Given>()
  const behaviours: Behaviour[] = []
  let calls = 0
  const book: Book = {
    take: (given) => {
      calls++
      const behaviour = behaviours.shift() ?? 'well'
      const reaction = reactionTo('sms', behaviour, taken.has(given.messageId))
      if (reaction.taken) taken.set(given.messageId, given)
      const afterMs = behaviour === 'slow' ? slowMs : 0
      return Promise.resolve({ ...reaction, afterMs, givenId: given.messageId })
    },
    reported: () => Promise.resolve(),
  }
  const { port, close } = await startHttpStandIn({ channel: 'sms', key, book, reports: () => undefined })
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    /** What the provider counts as messages: each key once. */
    taken: () => [...taken.values()],
    calls: () => calls,
    /** How it answers the next calls, one each; afterwards well. */
    behave: (...next: Behaviour[]) => void behaviours.push(...next),
    close,
  }
}
