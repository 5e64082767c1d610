import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { feesDue, papersAsked, termFor } from '../domain/asked.ts'
import { findInForce } from '../store/versions.ts'

export const previewCase = operation(contract.previewCase, async ({ tx, now }, { code, answers, ...input }) => {
  const day = input.day ?? dayAt(now)
  const version = await findInForce(tx, code, day)
  if (!version) throw new Problem('not-found', 'procedures/not-in-force', '', { values: { code, day } })
  const fees = feesDue(version.content, answers, day)
  return {
    versionId: version.id,
    papers: papersAsked(version.content, answers),
    fees: fees.map((line) => ({ ...line, possible: [...line.possible] })),
    totalVnd: fees.reduce((sum, { dueVnd }) => sum + dueVnd, 0),
    term: termFor(version.content, answers),
  }
})
