import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { typed } from '../domain/code.ts'
import { shownTicket } from '../queue.ts'
import { openPublic } from '../store/appointments.ts'
import { findTicketByCode } from '../store/tickets.ts'

export const getTicket = operation(contract.getTicket, async ({ tx, now }, { code }) => {
  await openPublic(tx)
  const row = await findTicketByCode(tx, typed(code))
  if (!row) throw new Problem('not-found', 'appointments/unknown-ticket')
  return shownTicket(tx, row, now)
})
