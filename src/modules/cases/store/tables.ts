import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { ActRecord } from '../domain/act.ts'
import type { CaseRow, PartyValues } from '../domain/case.ts'
import type { PAPER_FORMS, PAPER_SOURCES } from '../domain/words.ts'

export type { CaseRow } from '../domain/case.ts'

export type PartyRow = PartyValues & {
  readonly id: string
  readonly caseId: string
  readonly role: 'subject' | 'representative'
  readonly ground: string | null
  /** Codes of what was doubted and accepted all the same. */
  readonly warnings: readonly string[]
}
export type PaperRow = {
  readonly id: string
  readonly caseId: string
  readonly code: string
  readonly name: string
  readonly form: (typeof PAPER_FORMS)[number]
  readonly copies: number
  readonly source: (typeof PAPER_SOURCES)[number]
  readonly fileId: string | null
  readonly note: string
  readonly addedAt: Date
  readonly removedAt: Date | null
}
export type FileCheckRow = {
  readonly fileId: string
  readonly mediaType: string
  readonly state: 'clean' | 'infected' | 'unchecked' | 'refused'
  readonly warnings: readonly string[]
  readonly checkedAt: Date
}
export type ResultRow = {
  readonly id: string
  readonly caseId: string
  readonly code: string
  readonly name: string
  readonly written: boolean
  readonly number: string | null
  readonly issuedOn: Day
  readonly fileId: string | null
  readonly issuedBy: string
  readonly createdAt: Date
  /** The case was reopened: the result no longer holds. */
  readonly revokedAt: Date | null
}
export type PauseRow = {
  readonly id: string
  readonly caseId: string
  readonly kind: 'supplement' | 'payment'
  readonly fromAt: Date
  readonly toAt: Date | null
  readonly stopsClock: boolean
  readonly reason: string
}
export const DUE_CHANGES = ['first', 'pause', 'resume', 'extension', 'calendar', 'transfer', 'reopen'] as const
export type DueChangeRow = {
  readonly id: string
  readonly caseId: string
  readonly kind: (typeof DUE_CHANGES)[number]
  readonly at: Date
  readonly dueBefore: Date | null
  readonly dueAfter: Date | null
  readonly reason: string
  readonly decision: string | null
  readonly byId: string
  readonly byName: string
}
export type OpinionRow = {
  readonly id: string
  readonly caseId: string
  readonly stepId: string
  readonly unitId: string
  readonly question: string
  readonly askedBy: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly dueAt: Date | null
  readonly answer: string | null
  readonly agrees: boolean | null
  readonly answeredBy: string | null
  readonly answeredByName: string | null
  readonly answeredAt: Date | null
  readonly fileId: string | null
  readonly withdrawnAt: Date | null
}
export type FeeRow = {
  readonly caseId: string
  readonly code: string
  readonly kind: 'charge' | 'levy'
  readonly name: string
  readonly amountVnd: number
  readonly exemptedVnd: number
  readonly exemption: string | null
  /** Taken off by hand, and the legal ground given last. */
  readonly waivedVnd: number
  readonly waiver: string | null
}
export type FilledFormRow = {
  readonly caseId: string
  readonly versionId: string
  readonly formCode: string
  readonly versionNumber: number
  readonly hash: string
  readonly answers: Readonly<Record<string, unknown>>
  readonly filledAt: Date
}
export type UnitCodeRow = {
  readonly unitId: string
  readonly code: string
  readonly validFrom: Day
  readonly validTo: Day | null
}
export type LateReasonRow = {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly validFrom: Day
  readonly validTo: Day | null
}

export type Tables = {
  'cases.case': CaseRow
  'cases.party': PartyRow
  'cases.act': ActRecord
  'cases.paper': PaperRow
  'cases.fileCheck': FileCheckRow
  'cases.result': ResultRow
  'cases.pause': PauseRow
  'cases.dueChange': DueChangeRow
  'cases.opinion': OpinionRow
  'cases.fee': FeeRow
  'cases.filledForm': FilledFormRow
  'cases.asked': { readonly caseId: string; readonly unitId: string }
  'cases.unitCode': UnitCodeRow
  'cases.lateReason': LateReasonRow
}

/** Only this module's tables are visible, so a query on another module's table does not compile. */
export const on = (tx: Tx) => tx.$extendTables<Tables>()
