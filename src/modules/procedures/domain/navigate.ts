import { type Answers, holds, lookupIn, type Question } from './answers.ts'
import type { Process, ProcessNode } from './process.ts'

// Where a case may go. Total for any process, also one that no check has passed: what leads nowhere is undefined or empty.

export type Next = {
  /** Where the conditions lead. */
  readonly step: ProcessNode | undefined
  /** The other ways out of the step: an officer may choose one with a reason. */
  readonly others: readonly ProcessNode[]
}

/** The step that a received case enters: what the start leads to. */
export function firstStep(
  process: Process,
  answers: Answers = {},
  questions: readonly Question[] = [],
): ProcessNode | undefined {
  const start = process.nodes.find(({ kind }) => kind === 'start')
  return start && nextSteps(process, start.id, answers, questions).step
}

/**
 * The steps after a step. Of its ways the first whose condition holds over the answers counts, else the first without a condition.
 * With the questions of the procedure given, answers are read in their types.
 */
export function nextSteps(
  process: Process,
  stepId: string,
  answers: Answers,
  questions: readonly Question[] = [],
): Next {
  const lookup = lookupIn(answers, questions)
  const ways = process.edges.filter(({ from }) => from === stepId)
  const way =
    ways.find(({ when }) => when !== null && holds(when, lookup)) ?? ways.find(({ when }) => when === null) ?? undefined
  const byId = new Map(process.nodes.map((node) => [node.id, node]))
  const step = way && byId.get(way.to)
  const others = [...new Set(ways.map(({ to }) => to))].flatMap((id) => {
    const node = byId.get(id)
    return node && id !== step?.id ? [node] : []
  })
  return { step, others }
}

/** The steps a case may be sent back to from a step: all that lead to it, the nearest first, without the start. */
export function previousSteps(process: Process, stepId: string): ProcessNode[] {
  const byId = new Map(process.nodes.map((node) => [node.id, node]))
  const seen = new Set([stepId])
  const found: ProcessNode[] = []
  let level = [stepId]
  while (level.length > 0) {
    const before = process.edges.filter(({ to }) => level.includes(to)).map(({ from }) => from)
    level = [...new Set(before)].filter((id) => !seen.has(id))
    for (const id of level) {
      seen.add(id)
      const node = byId.get(id)
      if (node && node.kind !== 'start' && node.kind !== 'end') found.push(node)
    }
  }
  return found
}

/** The step with the id. */
export function findStep(process: Process, stepId: string): ProcessNode | undefined {
  return process.nodes.find(({ id }) => id === stepId)
}
