import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Acting, type Opened, openCase, saveAct } from '../engine/acting.ts'
import { assigneeOf } from '../engine/assignee.ts'
import { showCase } from '../engine/show.ts'

export const assignCase = operation(contract.assignCase, async (context, input) => {
  const opened = await openCase(context, contract.assignCase, 'assign', input)
  return showCase(context, await assign(context, opened, input))
})

/** Gives a case to somebody: one's own takes it, whoever gives it to another steers the unit that holds it. */
export async function assign(context: Acting, opened: Opened, given: { assigneeId: string; note: string }) {
  if (given.assigneeId !== context.actor.id) await requireScope(context, 'cases:steer', opened.row.unitId)
  const assignee = await assigneeOf(context, given.assigneeId, opened.row.unitId)
  return saveAct(context, opened, { act: 'assign', details: { assignee, note: given.note } })
}
