/**
 * kept       at the counter, not sent or not known to have come in
 * sending    on its way: whether it came in is not known
 * received   the server has said so, with the dossier code
 * explained  the server has refused it and said why; it waits to be corrected
 * void       given up with a reason, which the server has taken down
 */
export const ITEM_STATES = ['kept', 'sending', 'received', 'explained', 'void'] as const
export type ItemState = (typeof ITEM_STATES)[number]

/** `cut`: no answer came, for whatever reason: the line, the server, the browser that was closed meanwhile. */
export type ItemEvent = 'send' | 'cut' | 'receive' | 'explain' | 'correct' | 'give-up'

const NEXT: Record<ItemState, Partial<Record<ItemEvent, ItemState>>> = {
  kept: { send: 'sending', correct: 'kept', 'give-up': 'void' },
  sending: { cut: 'kept', receive: 'received', explain: 'explained' },
  explained: { correct: 'kept', send: 'sending', 'give-up': 'void' },
  received: {},
  void: {},
}

/** The state of an item after an event, or null where the event cannot be: only the server's word makes it `received`. */
export function nextState(state: ItemState, event: ItemEvent): ItemState | null {
  return NEXT[state][event] ?? null
}

/** What the server knows of an item. */
export type Known =
  | { readonly state: 'received'; readonly contentHash: string }
  | { readonly state: 'refused' | 'void'; readonly contentHash: string }
  | undefined

/**
 * What to do with an item that comes in. `again`: it was received before, and the same answer is given. `differs`: it was received before
 * with another content, and what was received stands.
 */
export function onArrival(known: Known, contentHash: string): 'receive' | 'again' | 'differs' | 'given-up' {
  if (known?.state === 'void') return 'given-up'
  if (known?.state !== 'received') return 'receive'
  return known.contentHash === contentHash ? 'again' : 'differs'
}
