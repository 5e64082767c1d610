import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { requireIdle } from '../at-desk.ts'
import * as contract from '../contract.ts'
import { countTicket } from '../counting.ts'
import { queueTicket, requireDesk } from '../queue.ts'
import { findTicketForUpdate, listCalled, lockQueue, updateTicket } from '../store/tickets.ts'

/** Whoever stands before the desk, or did not come when called here and has come since. */
export const callAgain = operation(contract.callAgain, async (context, { unitId, desk, ticketId }) => {
  const { tx, now, actor, announce } = context
  await requireScope(context, contract.callAgain.permission, unitId)
  const { name } = await requireDesk(tx, unitId, desk, now)
  const day = dayAt(now)
  await lockQueue(tx, unitId, day)
  const row = await findTicketForUpdate(tx, unitId, ticketId)
  const isHere = row?.day === day && row.desk === desk && (row.state === 'called' || row.state === 'absent')
  if (!row || !isHere) throw new Problem('conflict', 'appointments/not-called')
  if (row.state === 'absent') requireIdle(await listCalled(tx, unitId, day), desk)
  const called = {
    state: 'called' as const,
    deskName: name,
    calledBy: actor.id,
    calledAt: now,
    calls: row.calls + 1,
    doneAt: null,
  }
  await updateTicket(tx, row.id, called)
  await countTicket(context, { ...row, ...called }, 'Gọi lại')
  await announce(contract.queueTopic(unitId))
  return { ticket: queueTicket({ ...row, ...called }, null, now) }
})
