import type { Tx } from '#server/db.ts'
import type { Checked } from '../domain/audit.ts'
import type { DecisionKind } from '../domain/decision.ts'
import type { DocumentFormat, ReportDocument } from '../domain/document.ts'
import type { Finding, Severity } from '../domain/finding.ts'
import type { ReadAs } from '../domain/read-as.ts'
import type { Words } from '../domain/words.ts'

export type Source = 'file' | 'report'

export type SeriesTable = {
  id: string
  unitId: string
  source: Source
  reportId: string | null
  title: string
  titleKey: string
  createdAt: Date
}

export type AuditTable = {
  id: string
  seriesId: string
  version: number
  unitId: string
  unitName: string
  title: string
  fileName: string
  searchText: string
  format: DocumentFormat
  periodKey: string | null
  sha256: string
  document: ReportDocument
  blockCount: number
  demonstration: boolean
  /** The latest run. */
  runId: string
  runAt: Date
  runByName: string
  checked: Checked
  createdBy: string
  createdByName: string
  createdAt: Date
}

export type RunTable = {
  id: string
  auditId: string
  at: Date
  byId: string
  byName: string
  checked: Checked
  readAs: readonly ReadAs[]
}

export type FindingTable = {
  runId: string
  position: number
  rule: string
  severity: Severity
  key: string
  placeKey: string
  body: Finding
}

export type DecisionTable = {
  id: string
  seriesId: string
  auditId: string
  rule: string
  key: string
  placeKey: string
  decision: DecisionKind
  reason: string
  stated: Words
  version: number
  byId: string
  byName: string
  at: Date
}

export type Tables = {
  'auditor.series': SeriesTable
  'auditor.audit': AuditTable
  'auditor.original': { auditId: string; name: string; bytes: Buffer }
  'auditor.run': RunTable
  'auditor.finding': FindingTable
  'auditor.decision': DecisionTable
}

/** Only this module's tables are visible in it. */
export const on = (tx: Tx) => tx.$extendTables<Tables>()
