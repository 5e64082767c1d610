import { z } from 'zod'
import { Expression } from '#kernel/rules/expression.ts'
import { both, partCode, Term } from './content.ts'

// How a case of a procedure is handled (quy trình nội bộ): steps and the ways between them. A case keeps the version it began with.

/**
 * start       where a received case enters (exactly one)
 * work        an officer of the holding unit works on it
 * approve     a leader decides: on to the next step, or back
 * consult     opinions of other units are asked at once and waited for
 * agency      the case is handed to another unit, which works on it and hands it on (inter-agency step)
 * clerk       number, seal, issue
 * return      the result waits at the desk
 * end         decided (exactly one; nothing leads out)
 */
export const NODE_KINDS = ['start', 'work', 'approve', 'consult', 'agency', 'clerk', 'return', 'end'] as const
export type NodeKind = (typeof NODE_KINDS)[number]

export const STEP_ROLES = ['receiver', 'assigner', 'specialist', 'leader', 'clerk', 'returner'] as const

/** Who holds the case at a step: the competent unit, the unit that received it, or a named unit. */
export const Holder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('competent') }),
  z.object({ kind: z.literal('received') }),
  z.object({ kind: z.literal('unit'), unitId: z.uuid() }),
  /** The officer chooses when handing on. */
  z.object({ kind: z.literal('chosen') }),
])
export type Holder = z.infer<typeof Holder>

export const ProcessNode = z.object({
  id: partCode,
  kind: z.enum(NODE_KINDS),
  name: both(200),
  role: z.enum(STEP_ROLES).default('specialist'),
  holder: Holder.default({ kind: 'competent' }),
  /** Time allowed at this step; null: not limited by itself. */
  term: Term.nullable().default(null),
  /** For `consult`: the units asked by default; the officer may change them. */
  consults: z.array(z.uuid()).max(20).default([]),
  /** Place on the drawing board, in grid cells. */
  x: z.int().min(0).max(200).default(0),
  y: z.int().min(0).max(200).default(0),
})
export type ProcessNode = z.infer<typeof ProcessNode>

export const ProcessEdge = z.object({
  from: partCode,
  to: partCode,
  /** Taken when it holds over the answers of the case; of several the first in order. Null: otherwise. */
  when: Expression.nullable().default(null),
  label: both(100).nullable().default(null),
})
export type ProcessEdge = z.infer<typeof ProcessEdge>

export const Process = z.object({
  nodes: z.array(ProcessNode).min(2).max(80),
  edges: z.array(ProcessEdge).min(1).max(200),
})
export type Process = z.infer<typeof Process>
