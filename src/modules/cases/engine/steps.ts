import { Problem } from '#kernel/problem.ts'
import type { Process, ProcessNode } from '#modules/procedures/contract.ts'
import { findStep, nextSteps, previousSteps } from '#modules/procedures/index.ts'
import type { CaseRow, CaseState } from '../domain/case.ts'

/** Where a result is decided and waits: an officer does not hand a case on to there. */
const isAfterDeciding = ({ kind }: ProcessNode) => kind === 'end' || kind === 'return'

type Questions = Parameters<typeof nextSteps>[3]

/** Where a case can be handed on to: first where the conditions lead, then the other ways out of its step. */
export function stepsAhead(process: Process, row: CaseRow, questions: Questions): readonly ProcessNode[] {
  if (row.stepId === null) return []
  const { step, others } = nextSteps(process, row.stepId, row.answers, questions)
  return [...(step ? [step] : []), ...others].filter((one) => !isAfterDeciding(one))
}

/** Where a case can be sent back to. */
export function stepsBehind(process: Process, row: Pick<CaseRow, 'stepId'>): readonly ProcessNode[] {
  return row.stepId === null ? [] : previousSteps(process, row.stepId)
}

/** Whether a case can be decided where it stands: with a leader or clerk, or at the last step before the end. */
export function isDecidingStep(process: Process, row: CaseRow, questions: Questions): boolean {
  const step = row.stepId === null ? undefined : findStep(process, row.stepId)
  if (!step) return false
  if (step.kind === 'approve' || step.kind === 'clerk') return true
  const { step: next, others } = nextSteps(process, step.id, row.answers, questions)
  return [...(next ? [next] : []), ...others].some(isAfterDeciding)
}

/** Where a decided case stands: at the desk that returns results if the process has one, else at the end. */
export function stepOfResult(process: Process): string | null {
  const desk = process.nodes.find(({ kind }) => kind === 'return')
  return (desk ?? endOf(process))?.id ?? null
}

/** The end of a process. */
export function endOf(process: Process): ProcessNode | undefined {
  return process.nodes.find(({ kind }) => kind === 'end')
}

/** Whether whoever hands a case on to the step names the unit. */
export function needsUnit(step: ProcessNode): boolean {
  return step.holder.kind === 'chosen'
}

/** Which unit holds a case at a step. Throws when one has to be chosen and is not. */
export function holderOf(step: ProcessNode, state: CaseState, chosen: string | undefined): string {
  const { holder } = step
  if (holder.kind === 'unit') return holder.unitId
  if (holder.kind === 'received') return state.receivedUnitId
  if (holder.kind === 'competent') return state.competentUnitId
  if (chosen === undefined) throw new Problem('rule-broken', 'cases/unit-needed', 'The step asks for a unit.')
  return chosen
}
