import type { Endpoint } from '#kernel/endpoint.ts'
import { Problem } from '#kernel/problem.ts'
import type { Context } from '#server/operation.ts'
import type { CaseRow } from '../domain/case.ts'
import { findCaseForUpdate } from '../store/cases.ts'
import { notFound } from './acting.ts'
import { unitToAnswerFor } from './letters.ts'

/** The case, locked, for whoever answers its citizen, and the unit they answer for. Throws when it is out of sight or another's. */
export async function openTalk(
  context: Context,
  endpoint: Endpoint,
  caseId: string,
): Promise<{ row: CaseRow; unitId: string }> {
  const row = await findCaseForUpdate(context.tx, caseId)
  if (!row) throw notFound(context, endpoint, { caseId })
  const unitId = await unitToAnswerFor(context, row)
  if (unitId !== undefined) return { row, unitId }
  throw new Problem('not-allowed', 'cases/not-yours-to-do', 'The permission does not cover the unit of the case.', {
    values: { permission: endpoint.permission },
  })
}
