import type { Day } from '#kernel/calendar.ts'
import type {
  AUTHENTICATION,
  BusinessState,
  Channel,
  DeliveryState,
  FinanceState,
  Outcome,
  PartyKind,
  RETURN_WAYS,
  SyncState,
} from './words.ts'

export type ReturnWay = (typeof RETURN_WAYS)[number]
export type OnlineLevel = 'none' | 'partial' | 'full'
/** A time limit as the version in force at receipt lays it down. */
export type CaseTerm = {
  readonly amount: number
  readonly unit: 'working-hours' | 'working-days' | 'calendar-days' | 'months' | 'in-day'
  readonly rule: 'hours' | 'days'
}
export type Answers = Readonly<Record<string, string | number | boolean | null>>

/** What moves: all of it follows from the case's acts (`fold.ts`), and from nothing else. */
export type CaseState = {
  readonly code: string | null
  readonly receivedUnitId: string
  readonly competentUnitId: string
  /** Who holds it now. */
  readonly unitId: string
  readonly business: BusinessState
  /** From which state it came to wait; null when it does not wait. */
  readonly businessBefore: BusinessState | null
  readonly finance: FinanceState
  readonly delivery: DeliveryState
  readonly outcome: Outcome | null
  readonly stepId: string | null
  readonly stepSince: Date | null
  readonly stepDueAt: Date | null
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  readonly receivedAt: Date | null
  readonly firstDueAt: Date | null
  /** Null: not running (not received, or paused). */
  readonly dueAt: Date | null
  readonly extended: boolean
  readonly endedAt: Date | null
  readonly returnedAt: Date | null
  /** As wished at filing, then as it was. */
  readonly returnWay: ReturnWay | null
  readonly onTime: boolean | null
  readonly lateReason: string | null
  readonly lateStep: string | null
  readonly feeTotalVnd: number
  /** Taken off by hand, with the reason on the log: `feeTotalVnd` stays what was asked. */
  readonly waivedVnd: number
  readonly paidVnd: number
  /** All that was paid. */
  readonly paidOnline: boolean
  readonly supplements: number
  readonly paperCount: number
  readonly version: number
  readonly changedAt: Date
}

/** What was filed: set once, and by a correction. */
export type Filed = {
  readonly id: string
  readonly secret: string
  readonly procedureId: string
  readonly procedureCode: string
  readonly procedureName: string
  readonly procedureVersionId: string
  readonly fieldCode: string
  readonly processVersionId: string
  readonly title: string
  readonly helpedUnitId: string | null
  readonly channel: Channel
  readonly remote: boolean
  readonly onlineLevel: OnlineLevel
  readonly authentication: (typeof AUTHENTICATION)[number]
  readonly answers: Answers
  readonly term: CaseTerm
  readonly filedAt: Date
  readonly subjectName: string
  readonly subjectIdentity: string | null
  readonly subjectPhone: string | null
  readonly searchText: string
  readonly demonstration: boolean
  readonly createdAt: Date
  /** Towards the national portal; moved by whoever speaks with it. */
  readonly sync: SyncState
}

/** A case as its row keeps it. */
export type CaseRow = Filed & CaseState

export type Gender = 'male' | 'female'

/** A person or organisation of a case, checked. */
export type PartyValues = {
  readonly kind: PartyKind
  readonly name: string
  readonly identityNumber: string | null
  readonly taxCode: string | null
  readonly bornOn: Day | null
  readonly gender: Gender | null
  readonly phone: string | null
  readonly email: string | null
  readonly address: string | null
}
