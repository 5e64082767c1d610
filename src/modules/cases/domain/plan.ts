import { onTime } from '#kernel/work-time/deadline.ts'
import type { ActDetails, ActRecord, Doer, Wish } from './act.ts'
import type { CaseState } from './case.ts'
import { outstandingVnd, owes } from './fees.ts'
import { nextState } from './lifecycle.ts'
import type { Act } from './words.ts'

export type Planned = { readonly record: ActRecord } | { readonly refused: string }

/**
 * The row of the log that a wish becomes, or the code of why it cannot be: by the law of movement, and by what holds of any case whatever
 * its procedure. Rights and the process are asked before.
 */
export function plan(caseId: string, state: CaseState, wish: Wish, by: Doer, at: Date): Planned {
  const { act, details } = wish
  const toState = stateAfter(state, act, details)
  if (toState === null) return { refused: 'cases/not-possible-now' }
  const refused = refusal(state, wish, at)
  if (refused !== null) return { refused }
  const first = state.version === 0
  return {
    record: {
      caseId,
      number: state.version + 1,
      act,
      at,
      actorId: by.id,
      actorName: by.name,
      unitId: by.unitId,
      fromUnitId: first ? null : state.unitId,
      toUnitId: wish.toUnitId ?? (first ? null : state.unitId),
      fromStep: state.stepId,
      toStep: wish.toStep === undefined ? state.stepId : wish.toStep,
      fromState: first ? null : state.business,
      toState,
      details,
    },
  }
}

type Standing = Pick<CaseState, 'business' | 'businessBefore' | 'receivedAt' | 'feeTotalVnd' | 'waivedVnd' | 'paidVnd'>

/**
 * The state after an act, or `null` when it is not possible: what was never received is not reopened as if it had been, and what waits for
 * money waits until all of it has come or is waived.
 */
export function stateAfter(state: Standing, act: Act, { amountVnd = 0 }: ActDetails = {}) {
  const next = nextState(state.business, act, state.businessBefore)
  if (next !== null && act === 'reopen' && state.receivedAt === null) return 'submitted'
  if (next === null || state.business !== 'payment' || !SETTLES.includes(act)) return next
  return outstandingVnd(state) > amountVnd ? 'payment' : next
}

const SETTLES: readonly Act[] = ['confirm-payment', 'waive-fee']

/** Whether the due moment has passed; never while the clock stands still. */
export function isLate(state: Pick<CaseState, 'dueAt'>, at: Date): boolean {
  return state.dueAt !== null && !onTime(at, { dueAt: state.dueAt })
}

function refusal(state: CaseState, wish: Wish, at: Date): string | null {
  const { act, details } = wish
  // What is asked only grows: fees are added, and waived by an act of their own.
  if (details.feeTotalVnd !== undefined && details.feeTotalVnd < state.feeTotalVnd) return 'cases/fees-only-grow'
  if (act === 'decide') {
    if (details.outcome === 'rejected' && !details.note) return 'cases/reason-needed'
    return isLate(state, at) && !details.lateReason && !state.lateReason ? 'cases/late-reason-needed' : null
  }
  // Fees that are due hold a result back; lateness never does.
  if (act === 'return') return owes(state.finance) ? 'cases/fees-due' : null
  if (act === 'extend') return refusalOfExtension(state, details.dueAt ?? null, at)
  if (act === 'confirm-payment') return refusalOfMoney(state, details.amountVnd ?? 0, 'cases/paid-too-much')
  if (act === 'waive-fee') return refusalOfMoney(state, details.amountVnd ?? 0, 'cases/waived-too-much')
  if (act === 'transfer') return staysPut(state, wish) ? 'cases/already-there' : null
  if (act === 'move-deadline') return state.receivedAt === null ? 'cases/not-running' : null
  return null
}

function refusalOfMoney(state: CaseState, amountVnd: number, tooMuch: string): string | null {
  const left = outstandingVnd(state)
  if (left <= 0 || amountVnd <= 0) return 'cases/nothing-to-pay'
  return amountVnd > left ? tooMuch : null
}

function refusalOfExtension(state: CaseState, newDueAt: string | null, at: Date): string | null {
  if (state.extended) return 'cases/already-extended'
  if (state.dueAt === null) return 'cases/not-running'
  if (isLate(state, at)) return 'cases/extension-too-late'
  const wanted = newDueAt === null ? Number.NaN : Date.parse(newDueAt)
  return wanted > at.getTime() && wanted > state.dueAt.getTime() ? null : 'cases/not-later'
}

function staysPut(state: CaseState, { toUnitId = state.unitId, details }: Wish): boolean {
  const { competentUnitId = state.competentUnitId, receivedUnitId = state.receivedUnitId } = details
  const same = competentUnitId === state.competentUnitId && receivedUnitId === state.receivedUnitId
  return same && toUnitId === state.unitId
}
