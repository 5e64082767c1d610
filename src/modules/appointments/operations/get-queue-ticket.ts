import { Problem } from '#kernel/problem.ts'
import { isInScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { queueTicket } from '../queue.ts'
import { unitName } from '../shown.ts'
import { findOpening } from '../slots.ts'
import { goalOn } from '../store/goals.ts'
import { starsOf } from '../store/ratings.ts'
import { findTicket } from '../store/tickets.ts'

export const getQueueTicket = operation(contract.getQueueTicket, async (context, { ticketId }) => {
  const { tx, now } = context
  const row = await findTicket(tx, ticketId)
  if (!row || !(await isInScope(context, contract.getQueueTicket.permission, row.unitId)))
    throw new Problem('not-found', 'appointments/unknown-ticket')
  const lines = (await findOpening(tx, row.unitId, row.day))?.lines ?? []
  return {
    ...queueTicket(row, null, now),
    unit: { id: row.unitId, name: await unitName(tx, row.unitId) },
    day: row.day,
    lineName: lines.find(({ code }) => code === row.line)?.name ?? { vi: row.line, en: row.line },
    deskName: row.deskName,
    appointmentId: row.appointmentId,
    stars: await starsOf(tx, row.id),
    goalMinutes: await goalOn(tx, row.day),
  }
})
