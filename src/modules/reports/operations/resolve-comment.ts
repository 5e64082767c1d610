import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getReport } from '../documents.ts'
import { markResolved } from '../store/reports.ts'
import { shownComment } from './comment.ts'

export const resolveComment = operation(contract.resolveComment, async (context, { reportId, commentId }) => {
  const { tx, actor, now, announce } = context
  const report = await getReport(tx, reportId)
  await requireScope(context, 'reports:write', report.unitId)
  const resolved = await markResolved(tx, { id: commentId, reportId, at: now, byName: actor.name })
  if (!resolved) throw new Problem('not-found', 'reports/not-found')
  await announce(contract.REPORT_TOPIC)
  return shownComment(resolved)
})
