import { hashOf } from '#server/audit.ts'
import type { Tx } from '#server/db.ts'
import type { Context } from '#server/operation.ts'
import { MOST_FINDINGS } from './contract.ts'
import { resultOf } from './documents.ts'
import { audit } from './domain/audit.ts'
import { type Decided, holdsBack } from './domain/decision.ts'
import type { ReportDocument } from './domain/document.ts'
import type { Finding } from './domain/finding.ts'
import { auditDocument } from './gateways/audit-document.ts'
import { gatherKnowledge } from './knowledge.ts'
import { shownFinding } from './shown.ts'
import { type AuditHead, findNewestRun } from './store/audits.ts'
import { findSeriesOfReport } from './store/series.ts'
import { keepRun, reportBefore, sameVersion, seriesOf } from './versions.ts'

/** A report of this platform as its module hands it over. */
export type OwnReport = {
  readonly reportId: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly document: ReportDocument
  readonly period: string
  readonly demonstration: boolean
}

export type OwnAudit = {
  readonly auditId: string
  readonly auditedAt: string
  readonly auditedByName: string
  /** The report reads otherwise since. */
  readonly stale: boolean
  /** Gravest first, at most `MOST_FINDINGS`. */
  readonly findings: readonly (Finding & Decided)[]
  readonly findingCount: number
  /** Keys of what holds the report back: proved, and not dismissed with a reason. */
  readonly openProved: readonly string[]
}

/** Audits a report of ours as it reads now, keeps what was found, and answers it as `ownAuditOf` does. */
export async function auditOwnReport(context: Context, report: OwnReport): Promise<OwnAudit> {
  const { reportId, unitId, title, document, period } = report
  const series = await seriesOf(context, { unitId, title, period, reportId })
  const sha256 = hashOf(document)
  const same = await sameVersion(context, series, sha256)
  const previous = await reportBefore(context, { unitId, title, period })
  const knowledge = await gatherKnowledge(context, { unitId, period, previous })
  const audited = isShort(document) ? audit(document, knowledge) : await auditDocument({ document, knowledge })
  const head = await keepRun(context, {
    ...report,
    series,
    same,
    fileName: title,
    sha256,
    original: null,
    audited,
  })
  return ownAudit(context.tx, head, sha256)
}

/** Cells and paragraphs: so few take less time than a process takes to start. */
const SHORT = 4000

function isShort({ blocks }: ReportDocument): boolean {
  const size = blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.length * block.width : 1), 0)
  return size <= SHORT
}

/** The newest audit of a report of ours, held against how it reads now; `null` when it was never audited. */
export async function ownAuditOf(
  tx: Tx,
  { reportId, document }: Pick<OwnReport, 'reportId' | 'document'>,
): Promise<OwnAudit | null> {
  const series = await findSeriesOfReport(tx, reportId)
  const head = series && (await findNewestRun(tx, series.id))
  return head ? ownAudit(tx, head, hashOf(document)) : null
}

async function ownAudit(tx: Tx, head: AuditHead, sha256: string): Promise<OwnAudit> {
  const { findings, decided } = await resultOf(tx, head)
  const shown = findings.map((finding) => shownFinding(finding, decided(finding)))
  return {
    auditId: head.id,
    auditedAt: head.runAt.toISOString(),
    auditedByName: head.runByName,
    stale: head.sha256 !== sha256,
    findings: shown.slice(0, MOST_FINDINGS),
    findingCount: shown.length,
    openProved: shown.filter((finding) => holdsBack(finding, finding)).map(({ key }) => key),
  }
}
