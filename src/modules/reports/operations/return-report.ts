import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getReportForUpdate, shownReport } from '../documents.ts'
import { requireStep, takeStep } from './step.ts'

export const returnReport = operation(contract.returnReport, async (context, { reportId, revision, reason }) => {
  const report = await getReportForUpdate(context.tx, reportId, revision)
  const status = await requireStep(context, report, 'return', 'reports:sign')
  return shownReport(await takeStep(context, report, { step: 'return', status, note: reason }))
})
