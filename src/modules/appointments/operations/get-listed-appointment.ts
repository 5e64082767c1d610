import { Problem } from '#kernel/problem.ts'
import { isInScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { listedRow } from '../shown.ts'
import { findAppointment } from '../store/appointments.ts'
import { findTicketOf } from '../store/tickets.ts'

export const getListedAppointment = operation(contract.getListedAppointment, async (context, { appointmentId }) => {
  const { tx } = context
  const row = await findAppointment(tx, appointmentId)
  if (!row || !(await isInScope(context, contract.getListedAppointment.permission, row.unitId)))
    throw new Problem('not-found', 'appointments/unknown')
  return { ...(await listedRow(tx, row)), ticketId: (await findTicketOf(tx, row.id))?.id ?? null }
})
