import { auditOwnReport, type OwnAudit } from '#modules/auditor/index.ts'
import type { Context } from '#server/operation.ts'
import { documentToAudit } from './audited.ts'
import type { FilledReport } from './domain/filled.ts'
import type { ReportTable } from './store/tables.ts'

/** The audit of a report as it reads now, kept beside it in the caller's transaction. */
export function audited(context: Context, report: ReportTable, document: FilledReport): Promise<OwnAudit> {
  return auditOwnReport(context, {
    reportId: report.id,
    unitId: report.unitId,
    unitName: report.unitName,
    title: report.title,
    document: documentToAudit(document),
    period: report.periodKey,
    demonstration: document.demonstration,
  })
}

/** The audit as the contract shows it. */
export function shownAudit({ findings, openProved, ...audit }: OwnAudit) {
  return { ...audit, findings: [...findings], openProved: [...openProved] }
}
