import type { ReturnWay } from './case.ts'
import type { Act, BusinessState, Outcome } from './words.ts'

/** A paper that is asked for: form 02. */
export type AskedPaper = {
  readonly code: string
  readonly name: string
  readonly form: string
  readonly copies: number
  readonly note: string
}

/**
 * What an act was given and what it made, as JSON: instants as ISO text. What is not given did not change. Which of it an act carries:
 * submit, receive: code, way, dueAt, feeTotalVnd, paperCount, missing · assign: assignee · forward, send-back: assignee, stepDueAt,
 * opinions · ask-supplement: papers, dueAt · supplement: paperCount, dueAt · ask-payment: feeTotalVnd, dueAt · confirm-payment: amountVnd,
 * online, reference, dueAt · waive-fee: feeCode, amountVnd, decision, dueAt · consult, answer-opinion: opinions · decide: outcome, results, lateReason · extend: dueAt, lateReason ·
 * stop: decision, finance · return: way, receiver · transfer: competentUnitId, receivedUnitId, decision · move-deadline: dueAt, decision ·
 * give-late-reason: lateReason, lateStep · check: checked · correct: corrected.
 */
export type ActDetails = {
  /** The reason or note given. */
  readonly note?: string
  readonly code?: string
  readonly competentUnitId?: string
  readonly receivedUnitId?: string
  readonly receivedAt?: string
  readonly dueAt?: string | null
  readonly stepDueAt?: string | null
  readonly assignee?: { readonly id: string; readonly name: string } | null
  /** What is asked in all, after exemptions. */
  readonly feeTotalVnd?: number
  /** Fees there are, but this case is exempt from all of them. */
  readonly exempt?: boolean
  readonly paperCount?: number
  /** Papers that were not there at receipt. */
  readonly missing?: readonly string[]
  readonly papers?: readonly AskedPaper[]
  readonly checked?: readonly { readonly code: string; readonly fine: boolean; readonly note: string }[]
  readonly amountVnd?: number
  /** Which fee is waived. */
  readonly feeCode?: string
  readonly online?: boolean
  readonly reference?: string
  readonly stopsClock?: boolean
  readonly opinions?: readonly string[]
  /** An opinion is no longer waited for. */
  readonly withdrawn?: boolean
  readonly outcome?: Outcome
  readonly results?: readonly string[]
  readonly lateReason?: string
  readonly lateStep?: string | null
  /** The decision on which it rests, as people cite it. */
  readonly decision?: string
  readonly finance?: 'keep' | 'refund'
  readonly way?: ReturnWay
  readonly receiver?: string | null
  /** Names of the fields that were corrected, never their values. */
  readonly corrected?: readonly string[]
}

/** One row of a case's log. */
export type ActRecord = {
  readonly caseId: string
  readonly number: number
  readonly act: Act
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
  /** For whom the actor acted. */
  readonly unitId: string
  readonly fromUnitId: string | null
  readonly toUnitId: string | null
  readonly fromStep: string | null
  readonly toStep: string | null
  readonly fromState: BusinessState | null
  readonly toState: BusinessState
  readonly details: ActDetails
}

/** An act as somebody wants it: where it leads, and what it is given. What is left out stays. */
export type Wish = {
  readonly act: Act
  readonly toUnitId?: string
  readonly toStep?: string | null
  readonly details: ActDetails
}

/** Who acts, and for which unit. */
export type Doer = { readonly id: string; readonly name: string; readonly unitId: string }
