import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { audited } from '../auditing.ts'
import * as contract from '../contract.ts'
import { documentOf, getReportForUpdate, shownReport } from '../documents.ts'
import { listComments } from '../store/reports.ts'
import { requireStep, takeStep } from './step.ts'

export const submitForSignature = operation(
  contract.submitForSignature,
  async (context, { reportId, revision, withGaps, note }) => {
    const report = await getReportForUpdate(context.tx, reportId, revision)
    const status = await requireStep(context, report, 'submit', 'reports:write')
    if (report.missingCount > 0 && !withGaps) {
      throw new Problem('rule-broken', 'reports/still-missing', '', { values: { count: report.missingCount } })
    }
    const open = (await listComments(context.tx, reportId)).filter(({ resolvedAt }) => resolvedAt === null)
    if (open.length > 0)
      throw new Problem('rule-broken', 'reports/open-comments', '', { values: { count: open.length } })
    await audited(context, report, await documentOf(context.tx, report))
    return shownReport(await takeStep(context, report, { step: 'submit', status, note }))
  },
)
