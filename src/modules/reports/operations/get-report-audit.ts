import { ownAuditOf } from '#modules/auditor/index.ts'
import { operation } from '#server/operation.ts'
import { documentToAudit } from '../audited.ts'
import { shownAudit } from '../auditing.ts'
import * as contract from '../contract.ts'
import { documentOf, getReport } from '../documents.ts'

export const getReportAudit = operation(contract.getReportAudit, async ({ tx }, { reportId }) => {
  const report = await getReport(tx, reportId)
  const document = documentToAudit(await documentOf(tx, report))
  const audit = await ownAuditOf(tx, { reportId, document })
  return { audit: audit && shownAudit(audit) }
})
