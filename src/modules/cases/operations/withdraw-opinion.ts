import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { unitTopic } from '../contract/shapes.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { showCase } from '../engine/show.ts'
import { listWaitingOpinions, updateOpinion } from '../store/parts.ts'

export const withdrawOpinion = operation(contract.withdrawOpinion, async (context, input) => {
  const opened = await openCase(context, contract.withdrawOpinion, 'consult', input)
  const { tx, now } = context
  const waiting = await listWaitingOpinions(tx, opened.row.id)
  const withdrawn = waiting.find(({ id }) => id === input.opinionId)
  if (!withdrawn) throw new Problem('conflict', 'cases/opinion-not-waiting')
  const details = { note: input.reason, opinions: [input.opinionId], withdrawn: true }
  const parts = () => updateOpinion(tx, input.opinionId, { withdrawnAt: now })
  await context.announce(unitTopic(withdrawn.unitId))
  return showCase(context, await saveAct(context, opened, { act: 'consult', details }, { parts }))
})
