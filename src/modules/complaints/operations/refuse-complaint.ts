import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { endComplaint } from '../ending.ts'
import { openComplaint } from '../opening.ts'
import { showComplaint } from '../showing.ts'

export const refuseComplaint = operation(contract.refuseComplaint, async (context, { reason, ...asked }) => {
  const row = await openComplaint(context, contract.refuseComplaint, asked)
  if (context.now > row.refuseBy) throw new Problem('conflict', 'complaints/too-late-to-refuse')
  return showComplaint(context, await endComplaint(context, row, { state: 'refused', outcome: null, answer: reason }))
})
