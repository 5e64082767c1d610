import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { countTicket } from '../counting.ts'
import { findTicketForUpdate, updateTicket } from '../store/tickets.ts'

export const finishTicket = operation(contract.finishTicket, async (context, { unitId, desk, ticketId, outcome }) => {
  const { tx, now, announce } = context
  await requireScope(context, contract.finishTicket.permission, unitId)
  const row = await findTicketForUpdate(tx, unitId, ticketId)
  if (row?.state !== 'called' || row.desk !== desk) throw new Problem('conflict', 'appointments/not-called')
  await updateTicket(tx, row.id, { state: outcome, doneAt: now })
  await countTicket(context, { ...row, state: outcome, doneAt: now })
  await announce(contract.queueTopic(unitId))
  return null
})
