import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { carryOut, requireEditScope } from '../store/carry-out.ts'
import { keepDecision } from '../store/decisions.ts'
import { readImport } from '../store/import.ts'
import { lockStructure } from '../store/structure.ts'

export const importUnits = operation(contract.importUnits, async (context, input) => {
  await lockStructure(context.tx)
  const decisionId = input.decision ? await keepDecision(context.tx, input.decision) : null
  const { report, edit } = await readImport(context, input, decisionId)
  const refused = report.differences.flatMap(({ row, problem }) => (problem ? [{ row, ...problem }] : []))
  if (refused.length > 0) {
    throw new Problem('rule-broken', 'organisation/import-refused', 'Some rows are not right; nothing was stored.', {
      values: { count: refused.length },
      errors: refused
        .slice(0, 500)
        .map(({ row, code, values }) => ({ path: `rows.${row ?? ''}`, code, message: code, values })),
    })
  }
  await requireEditScope(context, edit, contract.importUnits.permission)
  if (edit.changes.length > 0) {
    await carryOut(context, edit, { effectiveOn: input.asOf, decisionNumber: input.decision?.number ?? null })
  }
  return { ...report, stored: true }
})
