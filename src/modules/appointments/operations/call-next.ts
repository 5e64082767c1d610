import { dayAt } from '#kernel/calendar.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { requireIdle } from '../at-desk.ts'
import * as contract from '../contract.ts'
import { countTicket } from '../counting.ts'
import { orderFor, queueOf, queueTicket, requireDesk } from '../queue.ts'
import { lockQueue, updateTicket } from '../store/tickets.ts'

/** Calls whoever is next for the lines of the desk; two desks never call the same. Null: nobody waits. */
export const callNext = operation(contract.callNext, async (context, { unitId, desk }) => {
  const { tx, now, actor, announce } = context
  await requireScope(context, contract.callNext.permission, unitId)
  const { name, lines } = await requireDesk(tx, unitId, desk, now)
  const day = dayAt(now)
  await lockQueue(tx, unitId, day)
  const queue = await queueOf(tx, unitId, day)
  requireIdle(queue.called, desk)
  const next = orderFor(queue, lines, desk, now)[0]
  if (!next) return { ticket: null }
  const called = {
    state: 'called' as const,
    desk,
    deskName: name,
    calledBecause: next.because,
    calledBy: actor.id,
    firstCalledAt: now,
    calledAt: now,
    calls: 1,
  }
  await updateTicket(tx, next.row.id, called)
  await countTicket(context, { ...next.row, ...called })
  await announce(contract.queueTopic(unitId))
  return { ticket: queueTicket({ ...next.row, ...called }, null, now) }
})
