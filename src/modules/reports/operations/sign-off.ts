import { operation } from '#server/operation.ts'
import { audited } from '../auditing.ts'
import * as contract from '../contract.ts'
import { documentOf, getReportForUpdate, shownReport } from '../documents.ts'
import { requireStep, takeStep } from './step.ts'

export const signOff = operation(contract.signOff, async (context, { reportId, revision, note }) => {
  const report = await getReportForUpdate(context.tx, reportId, revision)
  const status = await requireStep(context, report, 'sign', 'reports:sign')
  await audited(context, report, await documentOf(context.tx, report))
  return shownReport(await takeStep(context, report, { step: 'sign', status, note }))
})
