import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getReportForUpdate, shownReport, templateOf, textsOf } from '../documents.ts'
import { fill } from '../domain/fill.ts'
import { changedFigures, packFilling, unpackFilling } from '../domain/filling.ts'
import { isEditable } from '../domain/lifecycle.ts'
import { periodFor, readFilling } from '../filling.ts'
import { updateReport } from '../store/reports.ts'

export const refillReport = operation(contract.refillReport, async (context, { reportId, revision }) => {
  const { tx, now, announce } = context
  const report = await getReportForUpdate(tx, reportId, revision)
  await requireScope(context, 'reports:write', report.unitId)
  if (!isEditable(report.status)) throw new Problem('conflict', 'reports/not-editable')
  const { body: template } = await templateOf(tx, report)
  const texts = await textsOf(tx, reportId)
  const { unitId, structureDay } = report
  const wanted = { template, unitId, period: periodFor(template, report.periodKey), structureDay, texts }
  const filling = await readFilling(context, wanted)
  const document = fill(template, filling.context, texts, filling.figures)
  const changed = changedFigures(unpackFilling(report.filling).figures, filling.figures).length
  const filled = {
    ...report,
    filling: packFilling(filling.context, filling.figures),
    filledAt: now,
    missingCount: document.missing.length,
    revision: report.revision + 1,
  }
  await updateReport(tx, filled)
  await announce(contract.REPORT_TOPIC)
  return { ...shownReport(filled), changed }
})
