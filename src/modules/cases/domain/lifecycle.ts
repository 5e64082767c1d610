import type { Act, BusinessState } from './words.ts'

/** The whole law of movement: which act is possible in which state, and the state it leads to; `same` stays, `before` goes back. */
const NEXT: Record<BusinessState, Partial<Record<Act, BusinessState | 'before'>>> = {
  draft: { submit: 'submitted', receive: 'received', withdraw: 'withdrawn' },
  submitted: {
    receive: 'received',
    refuse: 'refused',
    'ask-supplement': 'supplement',
    withdraw: 'withdrawn',
    transfer: 'submitted',
    correct: 'submitted',
    check: 'submitted',
    'confirm-payment': 'submitted',
    'waive-fee': 'submitted',
  },
  received: {
    assign: 'processing',
    forward: 'processing',
    check: 'received',
    'ask-supplement': 'supplement',
    'ask-payment': 'payment',
    refuse: 'refused',
    stop: 'stopped',
    withdraw: 'withdrawn',
    transfer: 'received',
    extend: 'received',
    correct: 'received',
    'move-deadline': 'received',
    'give-late-reason': 'received',
    'confirm-payment': 'received',
    'waive-fee': 'received',
  },
  processing: {
    assign: 'processing',
    check: 'processing',
    forward: 'processing',
    'send-back': 'processing',
    consult: 'processing',
    'answer-opinion': 'processing',
    'ask-supplement': 'supplement',
    'ask-payment': 'payment',
    decide: 'decided',
    extend: 'processing',
    stop: 'stopped',
    withdraw: 'withdrawn',
    transfer: 'processing',
    correct: 'processing',
    'move-deadline': 'processing',
    'give-late-reason': 'processing',
    'confirm-payment': 'processing',
    'waive-fee': 'processing',
  },
  supplement: {
    supplement: 'before',
    'waive-fee': 'supplement',
    stop: 'stopped',
    withdraw: 'withdrawn',
    transfer: 'supplement',
    'answer-opinion': 'supplement',
    correct: 'supplement',
    'move-deadline': 'supplement',
  },
  payment: {
    'confirm-payment': 'before',
    'waive-fee': 'before',
    stop: 'stopped',
    withdraw: 'withdrawn',
    transfer: 'payment',
    'answer-opinion': 'payment',
    correct: 'payment',
    'move-deadline': 'payment',
    extend: 'payment',
    'give-late-reason': 'payment',
  },
  decided: {
    return: 'returned',
    // Some fees are taken when the result is handed over.
    'confirm-payment': 'decided',
    'waive-fee': 'decided',
    reopen: 'processing',
    'give-late-reason': 'decided',
    transfer: 'decided',
  },
  returned: { reopen: 'processing', 'give-late-reason': 'returned' },
  refused: { reopen: 'received' },
  withdrawn: { reopen: 'processing' },
  stopped: { reopen: 'processing' },
}

/**
 * The state after an act, or `null` when the act is not possible. `before` is the state from which the case came to wait (a supplement or a
 * payment); `null` where it does not wait.
 */
export function nextState(state: BusinessState, act: Act, before: BusinessState | null): BusinessState | null {
  const next = NEXT[state][act] ?? null
  return next === 'before' ? before : next
}

/** The acts that are possible in a state, in the order of the table. */
export function possibleActs(state: BusinessState): readonly Act[] {
  // The keys of a record of acts are acts.
  return Object.keys(NEXT[state]) as Act[]
}
