import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitAt, loadStructure, requireScope } from '#modules/organisation/index.ts'
import { readUpload } from '#server/files.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getHead, resultOf } from '../documents.ts'
import { periodIn, titleOf } from '../domain/title.ts'
import { auditDocument } from '../gateways/audit-document.ts'
import { readReport } from '../gateways/read-report.ts'
import { gatherKnowledge } from '../knowledge.ts'
import { shownAudit } from '../shown.ts'
import { type AuditHead, findSameContent } from '../store/audits.ts'
import { lockSeries } from '../store/series.ts'
import type { SeriesTable } from '../store/tables.ts'
import { keepRun, reportBefore, sameVersion, seriesOf } from '../versions.ts'

export const auditFile = operation(contract.auditFile, async (context, input) => {
  const { tx, actor } = context
  const { fileId, unitId, seriesId, demonstration } = input
  await requireScope(context, 'auditor:write', unitId)
  const unitName = await nameOfUnit(context, unitId)
  const { name, bytes, sha256 } = await readUpload(tx, fileId, actor)
  const document = await readReport({ name, bytes })

  const known = await findSameContent(tx, { unitId, seriesId, sha256 })
  const title = input.title ?? known?.title ?? titleOf(document)
  const period = input.period ?? known?.periodKey ?? periodIn(title)
  const wanted = seriesId ?? known?.seriesId
  const series = wanted
    ? await seriesGiven(context, wanted, unitId)
    : await seriesOf(context, { unitId, title, period, reportId: null })
  const same = await sameVersion(context, series, sha256)
  const previous = await reportBefore(context, { unitId, title, period })
  const knowledge = await gatherKnowledge(context, { unitId, period, previous })
  const audited = await auditDocument({ document, knowledge })
  const kept = await keepRun(context, {
    series,
    same,
    unitName,
    title,
    fileName: name,
    sha256,
    period,
    demonstration,
    original: { name, bytes },
    document,
    audited,
  })
  return rowOf(context, kept)
})

/** The audit as a row of the list. */
export async function rowOf({ tx }: Pick<Context, 'tx'>, head: AuditHead) {
  const { findings, decided } = await resultOf(tx, await getHead(tx, head.id))
  return shownAudit(head, findings, decided)
}

async function nameOfUnit({ tx, now }: Context, unitId: string): Promise<string> {
  const structure = await loadStructure(tx)
  const version = findUnitAt(structure, unitId, dayAt(now)) ?? structure.byUnit.get(unitId)?.at(-1)
  if (!version) throw new Problem('not-found', 'auditor/unit-not-found')
  return version.name
}

async function seriesGiven({ tx }: Context, seriesId: string, unitId: string): Promise<SeriesTable> {
  const series = await lockSeries(tx, seriesId)
  if (series?.unitId === unitId && series.source === 'file') return series
  throw new Problem('not-found', 'auditor/series-not-found')
}
