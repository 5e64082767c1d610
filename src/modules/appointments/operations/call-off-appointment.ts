import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import { cancel } from '../booking.ts'
import * as contract from '../contract.ts'
import { findAppointmentForUpdate } from '../store/appointments.ts'

export const callOffAppointment = operation(contract.callOffAppointment, async (context, { appointmentId, reason }) => {
  const row = await findAppointmentForUpdate(context.tx, appointmentId)
  if (!row) throw new Problem('not-found', 'appointments/unknown')
  await requireScope(context, contract.callOffAppointment.permission, row.unitId)
  if (row.state !== 'booked') throw new Problem('conflict', 'appointments/over')
  await cancel(context, row, { by: 'office', reason })
  return null
})
