import type { Day } from '#kernel/calendar.ts'
import { parsePeriodKey, periodRange } from '#kernel/period.ts'
import { fold } from '#kernel/text.ts'
import type { Context } from '#server/operation.ts'
import { AUDIT_TOPIC } from './contract.ts'
import type { Audited } from './domain/audit.ts'
import type { ReportDocument } from './domain/document.ts'
import { countBySeverity } from './domain/finding-words.ts'
import { titleStem } from './domain/title.ts'
import {
  type AuditHead,
  findAudit,
  findSameContent,
  findVersionBefore,
  listPeriodicReports,
  loadDocument,
} from './store/audits.ts'
import { insertAudit, insertOriginal, insertRun, type Original, updateAudit } from './store/runs.ts'
import { openSeries } from './store/series.ts'
import type { SeriesTable } from './store/tables.ts'

type Running = Pick<Context, 'tx' | 'actor' | 'now' | 'newId' | 'emit' | 'announce'>

/** The series of a title of the unit (and its period), or of a report of ours; begun when there is none. Locked. */
export async function seriesOf(
  { tx, now, newId }: Running,
  about: {
    readonly unitId: string
    readonly title: string
    readonly period: string | null
    readonly reportId: string | null
  },
): Promise<SeriesTable> {
  const { unitId, title, period, reportId } = about
  return openSeries(tx, {
    id: newId(),
    unitId,
    source: reportId === null ? 'file' : 'report',
    reportId,
    title,
    titleKey: `${fold(title)} ${period ?? ''}`.trim(),
    createdAt: now,
  })
}

/** The version of the same content in the series, when it was audited before. */
export function sameVersion(
  { tx }: Running,
  { id: seriesId, unitId }: SeriesTable,
  sha256: string,
): Promise<AuditHead | undefined> {
  return findSameContent(tx, { unitId, seriesId, sha256 })
}

/** So many reports of a unit are looked through for the one of the period before. */
const MOST_REPORTS = 500

/** The document of the newest earlier period among the unit's reports of the same kind; `null` when none was audited. */
export async function reportBefore(
  { tx }: Running,
  { unitId, title, period }: { readonly unitId: string; readonly title: string; readonly period: string | null },
): Promise<ReportDocument | null> {
  const end = endOf(period)
  if (end === null) return null
  const stem = titleStem(title)
  const [before] = (await listPeriodicReports(tx, unitId, MOST_REPORTS))
    .flatMap((head) => {
      const day = endOf(head.periodKey)
      return day !== null && day < end && titleStem(head.title) === stem ? [{ id: head.id, day }] : []
    })
    .toSorted((left, right) => (left.day < right.day ? 1 : -1))
  return before ? loadDocument(tx, before.id) : null
}

function endOf(key: string | null): Day | null {
  const period = key === null ? null : parsePeriodKey(key)
  return period && periodRange(period).to
}

export type Version = {
  readonly series: SeriesTable
  readonly same: AuditHead | undefined
  readonly unitName: string
  readonly title: string
  readonly fileName: string
  readonly sha256: string
  readonly period: string | null
  readonly demonstration: boolean
  readonly original: Original | null
  readonly document: ReportDocument
  readonly audited: Audited
}

/** Keeps what a run found: as a new version of the report, or as another run of the version of the same content. */
export async function keepRun(context: Running, version: Version): Promise<AuditHead> {
  const { tx, actor, now, newId, emit, announce } = context
  const { series, same, audited, original, period } = version
  const document = storable(version.document)
  const findings = storable(audited.findings)
  const run = { runId: newId(), runAt: now, runByName: actor.name, checked: audited.checked }
  const id = same?.id ?? newId()
  if (same) await updateAudit(tx, { id, document, ...run, periodKey: period })
  else {
    const { title, fileName, unitName } = version
    const newest = await findVersionBefore(tx, series.id)
    await insertAudit(tx, {
      id,
      seriesId: series.id,
      version: (newest?.version ?? 0) + 1,
      unitId: series.unitId,
      unitName,
      title,
      fileName,
      searchText: fold(`${title} ${fileName} ${unitName}`),
      format: document.format,
      periodKey: period,
      sha256: version.sha256,
      document,
      blockCount: document.blocks.length,
      demonstration: version.demonstration,
      ...run,
      createdBy: actor.id,
      createdByName: actor.name,
      createdAt: now,
    })
    if (original) await insertOriginal(tx, id, original)
  }
  const byWhom = { byId: actor.id, byName: actor.name, at: now }
  await insertRun(
    tx,
    { id: run.runId, auditId: id, checked: audited.checked, readAs: storable(audited.readAs), ...byWhom },
    findings,
  )
  const kept = await findAudit(tx, id)
  if (!kept) throw new Error(`the audit ${id} is out of reach of who kept it`)
  await emit('auditor.audited', {
    auditId: id,
    seriesId: series.id,
    unitId: series.unitId,
    version: kept.version,
    ...countBySeverity(findings),
  })
  await announce(AUDIT_TOPIC)
  return kept
}

/** The value with what PostgreSQL cannot hold in its texts (NUL, half of a surrogate pair) replaced, so that offsets stay. */
function storable<T>(value: T): T {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', '\ufffd') : part,
  )
  // The same shape: only characters within texts were replaced.
  return JSON.parse(text) as T
}
