import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getHead } from '../documents.ts'
import { auditDocument } from '../gateways/audit-document.ts'
import { readReport } from '../gateways/read-report.ts'
import { gatherKnowledge } from '../knowledge.ts'
import { loadOriginal } from '../store/runs.ts'
import { lockSeries } from '../store/series.ts'
import { keepRun, reportBefore, sameVersion } from '../versions.ts'
import { rowOf } from './audit-file.ts'

export const auditAgain = operation(contract.auditAgain, async (context, { auditId }) => {
  const { tx } = context
  const head = await getHead(tx, auditId)
  const { unitId, title, periodKey: period, sha256 } = head
  await requireScope(context, 'auditor:write', unitId)
  const series = await lockSeries(tx, head.seriesId)
  const original = await loadOriginal(tx, auditId)
  // Only the reports module knows how a report of ours reads now.
  if (!series || !original) throw new Problem('conflict', 'auditor/report-is-audited-there')
  const document = await readReport(original)
  const same = await sameVersion(context, series, sha256)
  const previous = await reportBefore(context, { unitId, title, period })
  const knowledge = await gatherKnowledge(context, { unitId, period, previous })
  const audited = await auditDocument({ document, knowledge })
  return rowOf(context, await keepRun(context, { ...head, series, same, period, original, document, audited }))
})
