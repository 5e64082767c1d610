import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { getReport } from '../documents.ts'
import { insertComment } from '../store/reports.ts'
import type { CommentTable } from '../store/tables.ts'

export const comment = operation(
  contract.comment,
  async ({ tx, actor, now, newId, emit, announce }, { reportId, place, text }) => {
    const report = await getReport(tx, reportId)
    if (report.status === 'issued') throw new Problem('conflict', 'reports/not-editable')
    const row = {
      id: newId(),
      reportId,
      place,
      text,
      byId: actor.id,
      byName: actor.name,
      at: now,
      resolvedAt: null,
      resolvedByName: null,
    }
    await insertComment(tx, row)
    await emit('reports.commented', { reportId, unitId: report.unitId, commentId: row.id })
    await announce(contract.REPORT_TOPIC)
    return shownComment(row)
  },
)

/** A comment as the contract's row. */
export function shownComment({ id, place, text, byName, at, resolvedAt, resolvedByName }: CommentTable) {
  return {
    commentId: id,
    place,
    text,
    byName,
    at: at.toISOString(),
    resolvedAt: resolvedAt?.toISOString() ?? null,
    resolvedByName,
  }
}
