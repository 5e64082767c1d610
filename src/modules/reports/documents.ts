import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#server/db.ts'
import { fill } from './domain/fill.ts'
import type { FilledReport } from './domain/filled.ts'
import { unpackFilling } from './domain/filling.ts'
import type { HandTexts } from './domain/lookup.ts'
import type { Snapshot } from './domain/snapshot.ts'
import { findReport, findReportForUpdate, listWording, type ReportHead } from './store/reports.ts'
import { findSnapshot } from './store/snapshots.ts'
import type { ReportTable, TemplateVersionTable } from './store/tables.ts'
import { findTemplateVersion } from './store/templates.ts'

/** The report, or `not-found` when there is none or the reader's units do not reach it. */
export async function getReport(tx: Tx, id: string): Promise<ReportTable> {
  const report = await findReport(tx, id)
  if (!report) throw new Problem('not-found', 'reports/not-found')
  return report
}

/** The report, locked; `conflict` when it changed since the caller looked. */
export async function getReportForUpdate(tx: Tx, id: string, revision: number | null): Promise<ReportTable> {
  const report = await findReportForUpdate(tx, id)
  if (!report) throw new Problem('not-found', 'reports/not-found')
  if (revision !== null && report.revision !== revision) {
    throw new Problem('conflict', 'reports/changed-meanwhile', 'The report changed meanwhile.', { values: { by: '' } })
  }
  return report
}

/** The version of the template the report was drafted from; versions are never deleted. */
export async function templateOf(
  tx: Tx,
  report: Pick<ReportTable, 'templateId' | 'templateVersion'>,
): Promise<TemplateVersionTable> {
  const version = await findTemplateVersion(tx, report.templateId, report.templateVersion)
  if (!version) throw new Error(`template ${report.templateId} version ${report.templateVersion} is gone`)
  return version
}

/** What was written by hand into the report. */
export async function textsOf(tx: Tx, reportId: string): Promise<HandTexts> {
  return new Map((await listWording(tx, reportId)).map(({ key, text }) => [key, text]))
}

/** The report as it reads: an issued one from its frozen snapshot, any other from its filling and wording. */
export async function documentOf(tx: Tx, report: ReportTable): Promise<FilledReport> {
  if (report.status === 'issued') return (await snapshotOf(tx, report.id)).document
  const { context, figures } = unpackFilling(report.filling)
  const { body } = await templateOf(tx, report)
  return fill(body, context, await textsOf(tx, report.id), figures)
}

/** The snapshot of an issued report, read from its canonical text. */
export async function snapshotOf(tx: Tx, reportId: string): Promise<Snapshot> {
  const kept = await findSnapshot(tx, reportId)
  if (!kept) throw new Problem('conflict', 'reports/not-issued')
  // Written by `issue-report` from a Snapshot; the database proves with its seal that it is still that text.
  return JSON.parse(kept.canonical) as Snapshot
}

/** A report as the contract's row. */
export function shownReport(report: ReportHead) {
  return {
    reportId: report.id,
    title: report.title,
    templateId: report.templateId,
    templateVersion: report.templateVersion,
    unitId: report.unitId,
    unitName: report.unitName,
    period: report.periodKey,
    structureDay: report.structureDay,
    status: report.status,
    revision: report.revision,
    missingCount: report.missingCount,
    filledAt: report.filledAt.toISOString(),
    number: report.numberText,
    issuedOn: report.issuedOn,
    createdByName: report.createdByName,
    createdAt: report.createdAt.toISOString(),
  }
}
