import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { typed } from '../domain/code.ts'
import { reasonsOf } from '../domain/satisfaction.ts'
import { openPublic } from '../store/appointments.ts'
import { putRating } from '../store/ratings.ts'
import { findTicketByCode } from '../store/tickets.ts'

export const rateTicket = operation(contract.rateTicket, async ({ tx, now }, { code, stars, reasons, words, way }) => {
  await openPublic(tx)
  const ticket = await findTicketByCode(tx, typed(code))
  if (!ticket) throw new Problem('not-found', 'appointments/unknown-ticket')
  if (ticket.state !== 'done') throw new Problem('conflict', 'appointments/not-served')
  const { id, unitId, day } = ticket
  await putRating(tx, { ticketId: id, unitId, day, stars, reasons: reasonsOf(stars, reasons), words, way, at: now })
  return null
})
