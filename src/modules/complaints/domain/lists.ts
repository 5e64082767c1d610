import type { ComplaintState } from './complaint.ts'

/** Lists officials work from: open ones by where their deadline stands, then what has ended. */
export const COMPLAINT_LISTS = ['open', 'mine', 'waiting', 'due-soon', 'overdue', 'answered', 'refused', 'all'] as const
export type ComplaintList = (typeof COMPLAINT_LISTS)[number]

type Rule = {
  readonly states: readonly ComplaintState[]
  /** `soon`: due within two working days from today, and not over; `past`: over. What stands still is neither. */
  readonly due: 'soon' | 'past' | null
  /** Given to whoever asks. */
  readonly mine?: boolean
  /** The citizen is asked for more. */
  readonly waiting?: boolean
}

/** What stands in which list. The SQL of lists and counts and `isInList` are made from this table. */
export const LIST_RULES: Readonly<Record<ComplaintList, Rule>> = {
  open: { states: ['open'], due: null },
  mine: { states: ['open'], due: null, mine: true },
  waiting: { states: ['open'], due: null, waiting: true },
  'due-soon': { states: ['open'], due: 'soon' },
  overdue: { states: ['open'], due: 'past' },
  answered: { states: ['answered'], due: null },
  refused: { states: ['refused'], due: null },
  all: { states: ['open', 'answered', 'refused'], due: null },
}

export type Moments = { readonly now: Date; readonly endOfSoon: Date }
/** When somebody asks, and who. */
export type Asked = Moments & { readonly accountId: string }

/** From when (inclusive; null: ever) to when (exclusive). What is due this very moment is not late. */
export function windowOf(due: 'soon' | 'past', { now, endOfSoon }: Moments): { from: Date | null; before: Date } {
  return due === 'past' ? { from: null, before: now } : { from: now, before: endOfSoon }
}

/** What a list looks at. */
export type Listed = {
  readonly state: ComplaintState
  readonly dueAt: Date
  readonly assigneeId: string | null
  readonly askedAt: Date | null
  readonly pausedAt: Date | null
}

/** Whether a complaint stands in the list. */
export function isInList(list: ComplaintList, one: Listed, asked: Asked): boolean {
  const { states, due, mine = false, waiting = false } = LIST_RULES[list]
  const { state, dueAt, assigneeId, askedAt, pausedAt } = one
  if (!states.includes(state) || (mine && assigneeId !== asked.accountId)) return false
  if (waiting && askedAt === null) return false
  if (due === null) return true
  if (pausedAt !== null) return false
  const { from, before } = windowOf(due, asked)
  return dueAt < before && (from === null || dueAt >= from)
}
