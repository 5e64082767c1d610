import type { ProblemMessages } from '#kernel/problem-messages.ts'
import type { Handler, Schedule } from './events.ts'
import type { Operation } from './operation.ts'

/** What a module brings into the house: its operations, its reactions, and what its refusals say. */
export type Module = {
  readonly name: string
  readonly operations: readonly Operation[]
  readonly handlers: readonly Handler[]
  readonly schedules?: readonly Schedule[]
  readonly problems: ProblemMessages
}
