import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import type { Context } from '#server/operation.ts'
import { REPORT_TOPIC } from '../contract.ts'
import { nextStatus, type ReportStatus, type ReportStep } from '../domain/lifecycle.ts'
import { insertStep, updateReportHead } from '../store/reports.ts'
import type { ReportTable } from '../store/tables.ts'

const PAST: Record<Exclude<ReportStep, 'issue'>, string> = {
  submit: 'reports.submitted',
  return: 'reports.returned',
  sign: 'reports.signed',
}

/** The status a step leads to; throws when the actor may not take it or the report is elsewhere. */
export async function requireStep(
  context: Context,
  report: ReportTable,
  step: ReportStep,
  permission: string,
): Promise<ReportStatus> {
  await requireScope(context, permission, report.unitId)
  const status = nextStatus(report.status, step)
  if (!status) {
    throw new Problem('conflict', 'reports/step-not-possible', `A report that is ${report.status} cannot ${step}.`)
  }
  return status
}

/** Takes a step that changes nothing but where the report stands. */
export async function takeStep(
  { tx, actor, now, newId, emit, announce }: Context,
  report: ReportTable,
  {
    step,
    status,
    note,
  }: { readonly step: Exclude<ReportStep, 'issue'>; readonly status: ReportStatus; readonly note: string },
): Promise<ReportTable> {
  const moved = { ...report, status, revision: report.revision + 1 }
  await updateReportHead(tx, moved)
  await insertStep(tx, { id: newId(), reportId: report.id, step, byId: actor.id, byName: actor.name, at: now, note })
  await emit(PAST[step], { reportId: report.id, unitId: report.unitId, period: report.periodKey })
  await announce(REPORT_TOPIC)
  return moved
}
