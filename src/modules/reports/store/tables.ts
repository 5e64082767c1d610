import type { Generated } from 'kysely'
import type { Tx } from '#server/db.ts'
import type { Filling } from '../domain/filling.ts'
import type { ReportStatus } from '../domain/lifecycle.ts'
import type { Template } from '../domain/template.ts'

export type TemplateTable = { id: string; code: string; name: string; version: number }
export type TemplateVersionTable = {
  templateId: string
  version: number
  body: Template
  note: string
  savedBy: string
  savedByName: string
  savedAt: Date
}
export type WordTemplateTable = {
  id: string
  templateId: string
  name: string
  fileId: string
  placeholders: string[]
  unknown: { source: string; reason: string | null }[]
  uploadedByName: string
  uploadedAt: Date
}
export type ReportTable = {
  id: string
  templateId: string
  templateVersion: number
  unitId: string
  unitName: string
  periodKey: string
  structureDay: string
  title: string
  searchText: string
  status: ReportStatus
  revision: number
  filling: Filling
  filledAt: Date
  missingCount: number
  number: number | null
  numberText: string | null
  issuedOn: string | null
  createdBy: string
  createdByName: string
  createdAt: Date
}
export type WordingTable = {
  reportId: string
  key: string
  text: string
  version: number
  editedByName: string
  editedAt: Date
}
export type CommentTable = {
  id: string
  reportId: string
  place: string
  text: string
  byId: string
  byName: string
  at: Date
  resolvedAt: Date | null
  resolvedByName: string | null
}
export type StepTable = {
  id: string
  reportId: string
  step: 'draft' | 'submit' | 'return' | 'sign' | 'issue'
  byId: string
  byName: string
  at: Date
  note: string
  /** Filled by the database when left out. */
  overrideReason: Generated<string>
}

export type Tables = {
  'reports.template': TemplateTable
  'reports.templateVersion': TemplateVersionTable
  'reports.wordTemplate': WordTemplateTable
  'reports.report': ReportTable
  'reports.wording': WordingTable
  'reports.comment': CommentTable
  'reports.step': StepTable
  'reports.snapshot': { reportId: string; canonical: string; seal: string; takenAt: Date }
  'reports.numberSeries': { unitId: string; year: number; last: number }
}

/** Only this module's tables are visible in it. */
export const on = (tx: Tx) => tx.$extendTables<Tables>()
