import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField } from '#kernel/fields.ts'
import { FindingShown } from '#modules/auditor/contract.ts'

/** What the auditor makes of the report as it reads now. */
export const ReportAudit = z.object({
  auditId: idField,
  auditedAt: z.string(),
  auditedByName: z.string(),
  /** The report reads otherwise since: audit it again. */
  stale: z.boolean(),
  /** Gravest first; at most 1000. */
  findings: z.array(FindingShown),
  findingCount: z.number().int(),
  /** Keys of the findings that hold the report back: proved, and not dismissed with a reason. */
  openProved: z.array(z.string()),
})
export type ReportAudit = z.infer<typeof ReportAudit>

export const auditReport = endpoint({
  id: 'reports.audit-report',
  method: 'POST',
  path: '/reports/:reportId/audit',
  permission: 'reports:write',
  perMinute: 30,
  summary: { vi: 'Kiểm tra mâu thuẫn trong báo cáo', en: 'Look for contradictions in the report' },
  input: z.object({ reportId: idField }),
  output: ReportAudit,
})

export const getReportAudit = endpoint({
  id: 'reports.get-report-audit',
  method: 'GET',
  path: '/reports/:reportId/audit',
  permission: 'reports:read',
  summary: { vi: 'Xem kết quả kiểm tra báo cáo', en: "Show the report's audit" },
  input: z.object({ reportId: idField }),
  /** `null`: not audited yet. It is at each step of its way. */
  output: z.object({ audit: ReportAudit.nullable() }),
})
