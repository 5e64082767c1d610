import { dayAt, formatDay } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findInForce } from '#modules/procedures/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { countAppointment } from '../counting.ts'
import { spanOf } from '../domain/calendar-file.ts'
import { typed } from '../domain/code.ts'
import { lineFor } from '../domain/opening.ts'
import { isInTime } from '../domain/queue.ts'
import { requireDevice } from '../own-device.ts'
import { shownTicket } from '../queue.ts'
import { unitName } from '../shown.ts'
import { findAppointmentForUpdate, findByCode, updateAppointment } from '../store/appointments.ts'
import { findTicketOf } from '../store/tickets.ts'
import { giveNumber, requireOpenNow } from '../taking.ts'

/** In time for the slot it goes before others; later it waits in order of arrival. Done twice it is one number. */
export const checkIn = operation(contract.checkIn, async (context, { requestKey, code }) => {
  const { tx, now, announce } = context
  const { unitId } = await requireDevice(context, 'kiosk')
  const found = await findByCode(tx, typed(code))
  const row = found && (await findAppointmentForUpdate(tx, found.id))
  if (!row || row.state === 'cancelled') throw new Problem('not-found', 'appointments/unknown-code')
  if (row.unitId !== unitId)
    throw new Problem('conflict', 'appointments/other-unit', '', { values: { unit: await unitName(tx, row.unitId) } })
  if (row.day !== dayAt(now))
    throw new Problem('conflict', 'appointments/not-today', '', { values: { day: formatDay(row.day), at: row.at } })
  const before = await findTicketOf(tx, row.id)
  if (before) return shownTicket(tx, before, now)
  const opening = await requireOpenNow(context, unitId)
  const business = row.procedureCode === null ? undefined : await findInForce(tx, row.procedureCode, row.day)
  const { from } = spanOf(row)
  const slotFrom = isInTime(now.getTime(), from.getTime(), opening.graceMinutes) ? from : null
  const arrived = { state: 'arrived' as const, affected: null, affectedSince: null, changedAt: now }
  await updateAppointment(tx, row.id, arrived)
  await countAppointment(context, { ...row, ...arrived })
  await announce('appointments.list')
  const line = lineFor(opening, business?.content.fieldCode ?? null)
  const appointment = { id: row.id, slotFrom }
  return shownTicket(tx, await giveNumber(context, opening, { requestKey, unitId, line, appointment }), now)
})
