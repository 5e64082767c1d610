// A complaint (phản ánh, kiến nghị) about how a procedure is handled. What the law calls khiếu nại and tố cáo is another matter.

/** About a case, about a procedure at a unit, or about a unit. */
export const ABOUTS = ['case', 'procedure', 'unit'] as const
export const TOPICS = ['handling', 'rules', 'conduct', 'fees', 'other'] as const
export const COMPLAINT_STATES = ['open', 'answered', 'refused'] as const
/** What was found: it was right, partly right, not right. */
export const OUTCOMES = ['right', 'partly', 'not-right'] as const
/**
 * What happens to it besides being filed, answered and refused: handed on, given to somebody; its citizen asked for more, what they gave, the
 * question taken back; made public, taken back from the public.
 */
export const ACTS = ['hand-on', 'assign', 'ask', 'give-more', 'take-back', 'publish', 'withdraw'] as const
export const MOST_FILES = 5
export const MOST_TEXT = 4000
/** So many complaints of one citizen in 24 hours. */
export const MOST_A_DAY = 5

export type Topic = (typeof TOPICS)[number]
export type ComplaintState = (typeof COMPLAINT_STATES)[number]

/** The number under which people speak of it: `PA-2026-000012`. */
export function numberOf(year: number, serial: number): string {
  return `PA-${year}-${String(serial).padStart(6, '0')}`
}
