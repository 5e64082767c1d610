import { Problem } from '#kernel/problem.ts'
import type { Tx } from '#server/db.ts'
import { findCase } from './store/cases.ts'

/** What the receipt of a received case says. Throws `not-found` for one that is out of sight or was never received. */
export async function receiptOf(tx: Tx, caseId: string) {
  const row = await findCase(tx, caseId)
  if (!row || row.code === null || row.receivedAt === null) throw new Problem('not-found', 'cases/not-found')
  const { code, secret, receivedAt, dueAt, subjectName, procedureName } = row
  return { caseId, code, secret, receivedAt, dueAt, subjectName, procedureName }
}
