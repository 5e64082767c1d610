import type { ProblemMessages } from '#kernel/problem-messages.ts'
import { actProblems } from './act-problems.ts'
import { countingProblems } from './counting-problems.ts'
import { listProblems } from './list-problems.ts'
import { notifyProblems } from './notify-problems.ts'
import { paperProblems } from './paper-problems.ts'
import { partyProblems } from './party-problems.ts'

/** What each refusal of this module says to a person. */
export const problems: ProblemMessages = {
  ...actProblems,
  ...partyProblems,
  ...listProblems,
  ...notifyProblems,
  ...countingProblems,
  ...paperProblems,
}
