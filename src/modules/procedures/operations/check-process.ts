import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { contentFor, findingsOf, hoursIn } from '../process-checks.ts'
import { findProcedure } from '../store/versions.ts'

export const checkProcess = operation(contract.checkProcess, async ({ tx, now }, { code, process }) => {
  const procedure = await findProcedure(tx, code)
  if (!procedure) throw new Problem('not-found', 'procedures/unknown-procedure')
  const content = await contentFor(tx, procedure.id, dayAt(now))
  return { findings: await findingsOf(tx, process, content, now), ...hoursIn(process, content) }
})
