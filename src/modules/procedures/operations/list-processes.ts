import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { shownProcesses } from '../shown.ts'
import { listProcesses as allOf } from '../store/processes.ts'
import { findProcedure } from '../store/versions.ts'

export const listProcesses = operation(contract.listProcesses, async ({ tx, now }, { code }) => {
  const procedure = await findProcedure(tx, code)
  if (!procedure) throw new Problem('not-found', 'procedures/unknown-procedure')
  return { processes: await shownProcesses(tx, await allOf(tx, procedure.id), now) }
})
