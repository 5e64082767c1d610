import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { requireDevice } from '../own-device.ts'
import { shownTicket } from '../queue.ts'
import { findTicketByRequest } from '../store/tickets.ts'
import { giveNumber, requireOpenNow } from '../taking.ts'

/** The same button pressed twice in one sight of the screen is one number. */
export const takeTicket = operation(contract.takeTicket, async (context, { requestKey, line }) => {
  const { tx, now } = context
  const { unitId } = await requireDevice(context, 'kiosk')
  const before = await findTicketByRequest(tx, requestKey)
  if (before) return shownTicket(tx, before, now)
  const opening = await requireOpenNow(context, unitId)
  return shownTicket(tx, await giveNumber(context, opening, { requestKey, unitId, line, appointment: null }), now)
})
