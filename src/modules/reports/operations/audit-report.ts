import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { audited, shownAudit } from '../auditing.ts'
import * as contract from '../contract.ts'
import { documentOf, getReport } from '../documents.ts'

export const auditReport = operation(contract.auditReport, async (context, { reportId }) => {
  const report = await getReport(context.tx, reportId)
  await requireScope(context, 'reports:write', report.unitId)
  return shownAudit(await audited(context, report, await documentOf(context.tx, report)))
})
