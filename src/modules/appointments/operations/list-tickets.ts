import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { accuracyOf, waitingOf } from '../domain/estimate.ts'
import { queueTicket } from '../queue.ts'
import { listOfUnit, MOST_TICKETS } from '../store/tickets.ts'

/** Figures over all numbers of the day, with the numbers they come from. */
export const listTickets = operation(contract.listTickets, async (context, { unitId, day }) => {
  const { tx, now } = context
  await requireScope(context, contract.listTickets.permission, unitId)
  const rows = await listOfUnit(tx, unitId, day)
  return {
    tickets: rows.map((row) => queueTicket(row, null, now)),
    more: rows.length >= MOST_TICKETS,
    waiting: rows.filter(({ state }) => state === 'waiting').length,
    waited: waitingOf(rows),
    accuracy: accuracyOf(rows),
  }
})
