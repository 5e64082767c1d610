import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requirePlace } from '../publishing.ts'
import { shownProcess } from '../shown.ts'
import { getProcess, withdrawPublished } from '../store/processes.ts'

export const withdrawProcess = operation(contract.withdrawProcess, async (context, { id }) => {
  const { tx, now, emit, announce } = context
  const found = await getProcess(tx, id)
  await requirePlace(context, 'procedures:publish', found.unitId)
  if (!(await withdrawPublished(tx, id))) throw new Problem('conflict', 'procedures/not-in-use')
  await emit('procedures.process-withdrawn', { procedureId: found.procedureId, processVersionId: id })
  await announce(contract.CATALOGUE_TOPIC)
  return { head: await shownProcess(tx, await getProcess(tx, id), now) }
})
