/** Whether what is handed on keeps the moment its answer is due, or is counted anew from then on. */
export const HAND_ON_CLOCKS = ['kept', 'anew'] as const
export type HandOnClock = (typeof HAND_ON_CLOCKS)[number]

/** From when and by whose calendar the answer is counted, for how many working days, and what that gives; until when it may be refused. */
export type Course = {
  readonly countedFrom: Date
  readonly countedUnitId: string
  readonly answerDays: number
  readonly dueAt: Date
  readonly refuseDays: number
  readonly refuseBy: Date
}

/**
 * The course of a complaint once another unit has it. It may be refused within a term from then on (decision-766, 5.2: after the last
 * handing on), and is never due later than a complaint that was sent at that very moment.
 */
export function courseAfterHandOn(before: Course, anew: Course, clock: HandOnClock): Course {
  const { refuseDays, refuseBy } = anew
  return clock === 'anew' ? anew : { ...before, refuseDays, refuseBy }
}
