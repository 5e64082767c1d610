import type { ComplaintState } from './complaint.ts'

/** Lists officials work from: open ones by where their deadline stands, then what has ended. */
export const COMPLAINT_LISTS = ['open', 'due-soon', 'overdue', 'answered', 'refused', 'all'] as const
export type ComplaintList = (typeof COMPLAINT_LISTS)[number]

type Rule = {
  readonly states: readonly ComplaintState[]
  /** `soon`: due within two working days from today, and not over; `past`: over. */
  readonly due: 'soon' | 'past' | null
}

/** What stands in which list. The SQL of lists and counts and `isInList` are made from this table. */
export const LIST_RULES: Readonly<Record<ComplaintList, Rule>> = {
  open: { states: ['open'], due: null },
  'due-soon': { states: ['open'], due: 'soon' },
  overdue: { states: ['open'], due: 'past' },
  answered: { states: ['answered'], due: null },
  refused: { states: ['refused'], due: null },
  all: { states: ['open', 'answered', 'refused'], due: null },
}

export type Moments = { readonly now: Date; readonly endOfSoon: Date }

/** From when (inclusive; null: ever) to when (exclusive). What is due this very moment is not late. */
export function windowOf(due: 'soon' | 'past', { now, endOfSoon }: Moments): { from: Date | null; before: Date } {
  return due === 'past' ? { from: null, before: now } : { from: now, before: endOfSoon }
}

/** Whether a complaint stands in the list. */
export function isInList(
  list: ComplaintList,
  { state, dueAt }: { readonly state: ComplaintState; readonly dueAt: Date },
  moments: Moments,
): boolean {
  const { states, due } = LIST_RULES[list]
  if (!states.includes(state)) return false
  if (due === null) return true
  const { from, before } = windowOf(due, moments)
  return dueAt < before && (from === null || dueAt >= from)
}
