// The door of the module. Other modules may call:
//
//   auditOwnReport(context, report)        → OwnAudit: audits a report of this platform as it reads now and keeps the run, in the caller's
//                                            transaction and row scope; `openProved` are the keys of what holds it back
//   ownAuditOf(tx, { reportId, document }) → OwnAudit | null: the newest run, and whether the report reads otherwise since
//   auditAlone({ name, bytes, … })         → the audit of a file as a file, and what it counts: without a database, nothing kept
// Announced to browsers: 'auditor.audit' at each run and each decision.

import type { Module } from '#server/module.ts'
import { problems } from './domain/problems.ts'
import { auditAgain } from './operations/audit-again.ts'
import { auditFile } from './operations/audit-file.ts'
import { decideFinding } from './operations/decide-finding.ts'
import { exportAudit } from './operations/export-audit.ts'
import { getAudit } from './operations/get-audit.ts'
import { listAudits } from './operations/list-audits.ts'
import { listFindings } from './operations/list-findings.ts'
import { listRules } from './operations/list-rules.ts'
import { listTables } from './operations/list-tables.ts'
import { readDocument } from './operations/read-document.ts'

/** A public report that contradicts itself, as plain text: what the demonstration shows. */
export const SAMPLE_REPORT = new URL('./golden/city-2023.txt', import.meta.url)

export { auditAlone } from './alone.ts'
export type { ReportDocument } from './domain/document.ts'
export { auditOwnReport, type OwnAudit, ownAuditOf } from './own.ts'

export const auditor: Module = {
  name: 'auditor',
  operations: [
    auditFile,
    auditAgain,
    listAudits,
    getAudit,
    readDocument,
    listTables,
    listFindings,
    decideFinding,
    listRules,
    exportAudit,
  ],
  handlers: [],
  problems,
}
