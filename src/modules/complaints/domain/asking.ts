import type { Pause } from '#kernel/work-time/deadline.ts'

/** Whether the term of the answer runs on while the citizen is asked for more, or stands still. */
export const ASK_CLOCKS = ['running', 'paused'] as const
export type AskClock = (typeof ASK_CLOCKS)[number]

/** How a question ended: by what the citizen said, by the unit that asks no more, or with the complaint. */
export const CLOSINGS = ['given', 'taken-back', 'ended'] as const
export type Closing = (typeof CLOSINGS)[number]

type Asked = { readonly askedAt: Date; readonly paused: boolean; readonly closedAt: Date | null }

/** The times in which the term stands still; the last has no end while the citizen is awaited. */
export function pausesOf(questions: readonly Asked[], reason: string): readonly Pause[] {
  return questions
    .filter(({ paused }) => paused)
    .map(({ askedAt, closedAt }) => ({ from: askedAt, to: closedAt, reason }))
}
