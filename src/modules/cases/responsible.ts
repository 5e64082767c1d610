import { WORKING_DAY_MINUTES } from '#kernel/work-time/term.ts'
import type { Process } from '#modules/procedures/contract.ts'
import { findStep } from '#modules/procedures/index.ts'
import { type Responsible, responsibleFor } from './domain/course.ts'
import type { Foreseen } from './forecasting.ts'
import type { CaseInCourse } from './store/courses.ts'

/** A term in working minutes; calendar days and months as the working days they hold on average. */
export function termMinutesOf({ termAmount, termUnit }: Pick<CaseInCourse, 'termAmount' | 'termUnit'>): number {
  if (termUnit === 'working-hours') return termAmount * 60
  const days = { 'working-days': 1, 'calendar-days': 5 / 7, months: 22, 'in-day': 1 }[termUnit] ?? 1
  return Math.max(1, termAmount) * days * WORKING_DAY_MINUTES
}

/** The step that went furthest beyond its limit, and who had the case there. */
export function blamed({ one, stays }: Pick<Foreseen, 'one' | 'stays'>, process: Process): Responsible | null {
  const limitOf = (stepId: string) => {
    const term = findStep(process, stepId)?.term ?? null
    return term === null ? null : termMinutesOf({ termAmount: term.amount, termUnit: term.unit })
  }
  return responsibleFor(stays, limitOf, termMinutesOf(one))
}
