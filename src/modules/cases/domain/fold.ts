import { onTime } from '#kernel/work-time/deadline.ts'
import type { ActDetails, ActRecord } from './act.ts'
import type { CaseState } from './case.ts'
import { financeOf } from './fees.ts'
import type { Act, BusinessState } from './words.ts'

/** Before the first act. */
export const NOTHING: CaseState = {
  code: null,
  receivedUnitId: '',
  competentUnitId: '',
  unitId: '',
  business: 'draft',
  businessBefore: null,
  finance: 'none',
  delivery: 'none',
  outcome: null,
  stepId: null,
  stepSince: null,
  stepDueAt: null,
  assigneeId: null,
  assigneeName: null,
  receivedAt: null,
  firstDueAt: null,
  dueAt: null,
  extended: false,
  endedAt: null,
  returnedAt: null,
  returnWay: null,
  onTime: null,
  lateReason: null,
  lateStep: null,
  feeTotalVnd: 0,
  waivedVnd: 0,
  paidVnd: 0,
  paidOnline: false,
  supplements: 0,
  paperCount: 0,
  version: 0,
  changedAt: new Date(0),
}

/** What a log of acts adds up to, from its first act on. */
export function foldActs(acts: readonly ActRecord[]): CaseState {
  return acts.reduce(afterAct, NOTHING)
}

/** The state after one more act: what any act does, then what this one does. */
export function afterAct(before: CaseState, record: ActRecord): CaseState {
  const moved = carried(before, record)
  return { ...moved, ...EFFECT[record.act]?.(moved, record, before) }
}

function carried(before: CaseState, record: ActRecord): CaseState {
  const { toState, toStep, at, details } = record
  const unitId = record.toUnitId ?? before.unitId
  const arrived = toStep !== before.stepId || unitId !== before.unitId
  return {
    ...before,
    code: details.code ?? before.code,
    receivedUnitId: details.receivedUnitId ?? before.receivedUnitId,
    competentUnitId: details.competentUnitId ?? before.competentUnitId,
    unitId,
    business: toState,
    businessBefore: cameFrom(before, toState),
    stepId: toStep,
    stepSince: arrived ? at : before.stepSince,
    stepDueAt: given(details, 'stepDueAt', before.stepDueAt),
    dueAt: given(details, 'dueAt', before.dueAt),
    assigneeId: details.assignee === undefined ? before.assigneeId : (details.assignee?.id ?? null),
    assigneeName: details.assignee === undefined ? before.assigneeName : (details.assignee?.name ?? null),
    feeTotalVnd: details.feeTotalVnd ?? before.feeTotalVnd,
    finance:
      details.feeTotalVnd === undefined
        ? before.finance
        : financeOf({ ...before, feeTotalVnd: details.feeTotalVnd }, details.exempt),
    paperCount: details.paperCount ?? before.paperCount,
    version: record.number,
    changedAt: at,
  }
}

const waits = (state: BusinessState) => state === 'supplement' || state === 'payment'

function cameFrom(before: CaseState, toState: BusinessState): BusinessState | null {
  if (!waits(toState)) return null
  return waits(before.business) ? before.businessBefore : before.business
}

function given(details: ActDetails, field: 'dueAt' | 'stepDueAt', before: Date | null): Date | null {
  const value = details[field]
  if (value === undefined) return before
  return value === null ? null : new Date(value)
}

type Effect = (moved: CaseState, record: ActRecord, before: CaseState) => Partial<CaseState>

const ended: Effect = (moved, { at }, before) => ({
  endedAt: at,
  // What was never received has no time limit to keep.
  onTime: before.receivedAt === null ? null : onTime(at, { dueAt: moved.dueAt }),
  assigneeId: null,
  assigneeName: null,
  stepDueAt: null,
})

const EFFECT: Partial<Record<Act, Effect>> = {
  submit: (_, { details }) => ({ returnWay: details.way ?? null }),
  receive: (moved, { at, details }) => ({
    receivedAt: details.receivedAt === undefined ? at : new Date(details.receivedAt),
    firstDueAt: moved.dueAt,
    returnWay: details.way ?? moved.returnWay,
  }),
  refuse: ended,
  'ask-supplement': (moved) => ({ supplements: moved.supplements + 1 }),
  'confirm-payment': (moved, { details }) => {
    const paidVnd = moved.paidVnd + (details.amountVnd ?? 0)
    const paidOnline = details.online === true && (moved.paidVnd === 0 || moved.paidOnline)
    return { paidVnd, paidOnline, finance: financeOf({ ...moved, paidVnd }) }
  },
  'waive-fee': (moved, { details }) => {
    const waivedVnd = moved.waivedVnd + (details.amountVnd ?? 0)
    return { waivedVnd, finance: financeOf({ ...moved, waivedVnd }) }
  },
  decide: (moved, record, before) => ({
    ...ended(moved, record, before),
    outcome: record.details.outcome ?? null,
    delivery: 'ready',
    lateReason: record.details.lateReason ?? moved.lateReason,
  }),
  extend: (moved, { details }) => ({ extended: true, lateReason: details.lateReason ?? moved.lateReason }),
  stop: (moved, record, before) => ({
    ...ended(moved, record, before),
    finance: record.details.finance === 'refund' && moved.paidVnd > 0 ? 'refund-due' : moved.finance,
  }),
  withdraw: ended,
  return: (moved, { at, details }) => ({
    returnedAt: at,
    returnWay: details.way ?? moved.returnWay,
    delivery: details.way === 'post' ? 'sent' : 'delivered',
  }),
  reopen: (moved) => ({
    endedAt: null,
    onTime: null,
    outcome: null,
    returnedAt: null,
    delivery: 'none',
    // What was to be refunded is kept after all.
    ...(moved.finance === 'refund-due' && { finance: financeOf(moved) }),
  }),
  'give-late-reason': (moved, { details }) => ({
    lateReason: details.lateReason ?? moved.lateReason,
    lateStep: details.lateStep ?? null,
  }),
}
