import type { MessageChannel } from './message.ts'

/**
 * How a stand-in for a provider behaves. `well` takes messages and reports them as delivered · `slow` answers later than anybody waits ·
 * `busy` asks to wait · `broken` fails · `refusing` refuses for good · `losing` takes a message and nothing follows · `doubling` brings it
 * twice and reports twice · `late` reports after a minute · `undeliverable` takes it and reports that it cannot be delivered · `deaf` takes it
 * and drops the line before it answers.
 */
export const BEHAVIOURS = [
  'well',
  'slow',
  'busy',
  'broken',
  'refusing',
  'losing',
  'doubling',
  'late',
  'undeliverable',
  'deaf',
] as const
export type Behaviour = (typeof BEHAVIOURS)[number]

/** Those a channel can show: a mail server and a push service never say that something was delivered, so they cannot say so late. */
export function behavioursOf(channel: MessageChannel): readonly Behaviour[] {
  return isSilent(channel) ? BEHAVIOURS.filter((behaviour) => behaviour !== 'late') : BEHAVIOURS
}

const isSilent = (channel: MessageChannel) => channel === 'email' || channel === 'push'

/** Longer than the gateways wait (8 s for a provider, 10 s for a mail server). */
const SLOW_MS = 12_000
export const BUSY_SECONDS = 30

export type Reaction = {
  /** What is answered: null when the line is dropped instead. */
  readonly answer: { readonly http: number; readonly smtp: number } | null
  readonly afterMs: number
  /** The provider has it: the same key again is the same message. */
  readonly taken: boolean
  /** How often the person gets it. */
  readonly copies: 0 | 1 | 2
  readonly report: {
    readonly state: 'delivered' | 'undelivered'
    readonly times: number
    readonly afterMs: number
  } | null
}

const TAKEN = { http: 202, smtp: 250 }
const SOON = { state: 'delivered', times: 1, afterMs: 1000 } as const

/** What a stand-in does with a message it is given, and with one whose key it `knows` already. */
export function reactionTo(channel: MessageChannel, behaviour: Behaviour, knows: boolean): Reaction {
  const asked = REACTIONS[behaviour]
  const report = channel === 'push' || (isSilent(channel) && asked.report?.state === 'delivered') ? null : asked.report
  return knows ? { ...asked, copies: 0, report: null } : { ...asked, report }
}

const REACTIONS: Readonly<Record<Behaviour, Reaction>> = {
  well: { answer: TAKEN, afterMs: 0, taken: true, copies: 1, report: SOON },
  slow: { answer: TAKEN, afterMs: SLOW_MS, taken: true, copies: 1, report: null },
  busy: { answer: { http: 429, smtp: 450 }, afterMs: 0, taken: false, copies: 0, report: null },
  broken: { answer: { http: 500, smtp: 451 }, afterMs: 0, taken: false, copies: 0, report: null },
  refusing: { answer: { http: 422, smtp: 550 }, afterMs: 0, taken: false, copies: 0, report: null },
  losing: { answer: TAKEN, afterMs: 0, taken: true, copies: 0, report: null },
  doubling: { answer: TAKEN, afterMs: 0, taken: true, copies: 2, report: { ...SOON, times: 2 } },
  late: { answer: TAKEN, afterMs: 0, taken: true, copies: 1, report: { ...SOON, afterMs: 60_000 } },
  undeliverable: {
    answer: TAKEN,
    afterMs: 0,
    taken: true,
    copies: 0,
    report: { state: 'undelivered', times: 1, afterMs: 3000 },
  },
  deaf: { answer: null, afterMs: 0, taken: true, copies: 1, report: null },
}
