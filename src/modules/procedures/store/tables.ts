import type { Day } from '#kernel/calendar.ts'
import type { Tx } from '#server/db.ts'
import type { OnlineLevel } from '../domain/content.ts'

export type FieldRow = {
  readonly code: string
  readonly nameVi: string
  readonly nameEn: string
  readonly searchText: string
}

export type ProcedureRow = {
  readonly id: string
  readonly code: string
  readonly createdAt: Date
  readonly createdBy: string
}

export const VERSION_STATES = ['draft', 'published', 'abolished'] as const
export type VersionState = (typeof VERSION_STATES)[number]
export type DecisionKind = 'new' | 'amended' | 'abolished'
export type Announcer = 'province' | 'ministry'

/** A version without its content. */
export type VersionHead = {
  readonly id: string
  readonly procedureId: string
  readonly number: number
  readonly state: VersionState
  readonly validFrom: Day | null
  readonly validTo: Day | null
  readonly nameVi: string
  readonly nameEn: string
  readonly fieldCode: string
  readonly onlineLevel: OnlineLevel
  readonly demonstration: boolean
  readonly decisionNumber: string | null
  readonly decisionOn: Day | null
  readonly decisionKind: DecisionKind | null
  readonly announcer: Announcer
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly changedAt: Date
  readonly changedBy: string
  readonly revision: number
}
/** As stored: the content is JSON that `readContent` makes a value of. */
export type VersionRow = VersionHead & { readonly content: unknown; readonly searchText: string }

export type ProcessState = 'draft' | 'published' | 'replaced' | 'withdrawn'
export type ProcessHead = {
  readonly id: string
  readonly procedureId: string
  readonly unitId: string | null
  readonly number: number
  readonly state: ProcessState
  readonly note: string
  readonly publishedAt: Date | null
  readonly publishedBy: string | null
  readonly createdAt: Date
  readonly createdBy: string
  readonly changedAt: Date
  readonly changedBy: string
  readonly revision: number
}
export type ProcessRow = ProcessHead & { readonly process: unknown }

export type RuleRow = {
  readonly announcer: Announcer
  readonly decideDaysBefore: number
  readonly publishDaysAfter: number
  readonly source: string
}

type Tables = {
  'procedures.field': FieldRow
  'procedures.procedure': ProcedureRow
  'procedures.version': VersionRow
  'procedures.processVersion': ProcessRow
  'procedures.publicationRule': RuleRow
}

/** The transaction with the tables of this module. */
export const on = (tx: Tx) => tx.$extendTables<Tables>()

export const HEAD = [
  'version.id',
  'version.procedureId',
  'version.number',
  'version.state',
  'version.validFrom',
  'version.validTo',
  'version.nameVi',
  'version.nameEn',
  'version.fieldCode',
  'version.onlineLevel',
  'version.demonstration',
  'version.decisionNumber',
  'version.decisionOn',
  'version.decisionKind',
  'version.announcer',
  'version.publishedAt',
  'version.publishedBy',
  'version.createdAt',
  'version.createdBy',
  'version.changedAt',
  'version.changedBy',
  'version.revision',
] as const

export const PROCESS_HEAD = [
  'id',
  'procedureId',
  'unitId',
  'number',
  'state',
  'note',
  'publishedAt',
  'publishedBy',
  'createdAt',
  'createdBy',
  'changedAt',
  'changedBy',
  'revision',
] as const
