import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { typed } from '../domain/code.ts'
import { rate } from '../rating.ts'
import { openPublic } from '../store/appointments.ts'
import { findTicketByCode } from '../store/tickets.ts'

export const rateTicket = operation(contract.rateTicket, async (context, { code, ...said }) => {
  const { tx } = context
  await openPublic(tx)
  const found = await findTicketByCode(tx, typed(code))
  if (!found) throw new Problem('not-found', 'appointments/unknown-ticket')
  await rate(context, found.id, said)
  return null
})
