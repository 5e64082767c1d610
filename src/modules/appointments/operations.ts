import type { Operation } from '#server/operation.ts'
import { askPairing } from './operations/ask-pairing.ts'
import { bookAppointment } from './operations/book-appointment.ts'
import { bookOwnAppointment } from './operations/book-own-appointment.ts'
import { callAgain } from './operations/call-again.ts'
import { callNext } from './operations/call-next.ts'
import { callOffAppointment } from './operations/call-off-appointment.ts'
import { cancelAppointment } from './operations/cancel-appointment.ts'
import { checkIn } from './operations/check-in.ts'
import { findSlots } from './operations/find-slots.ts'
import { finishTicket } from './operations/finish-ticket.ts'
import { getBoard } from './operations/get-board.ts'
import { getCalendarFile } from './operations/get-calendar-file.ts'
import { getDesk } from './operations/get-desk.ts'
import { getFiguresOfCounters } from './operations/get-figures-of-counters.ts'
import { getKiosk } from './operations/get-kiosk.ts'
import { getListedAppointment } from './operations/get-listed-appointment.ts'
import { getOpening } from './operations/get-opening.ts'
import { getOwnDevice } from './operations/get-own-device.ts'
import { getQueueTicket } from './operations/get-queue-ticket.ts'
import { getTicket } from './operations/get-ticket.ts'
import { getWaitingGoal } from './operations/get-waiting-goal.ts'
import { listAppointments } from './operations/list-appointments.ts'
import { listCaseRatings } from './operations/list-case-ratings.ts'
import { listCounted } from './operations/list-counted.ts'
import { listDevices } from './operations/list-devices.ts'
import { listOpenings } from './operations/list-openings.ts'
import { listOwnAppointments } from './operations/list-own-appointments.ts'
import { listRatings } from './operations/list-ratings.ts'
import { listServedUnits } from './operations/list-served-units.ts'
import { listTickets } from './operations/list-tickets.ts'
import { lookUpAppointment } from './operations/look-up-appointment.ts'
import { moveAppointment } from './operations/move-appointment.ts'
import { pairDevice } from './operations/pair-device.ts'
import { rateCaseByReceipt } from './operations/rate-case-by-receipt.ts'
import { rateServed } from './operations/rate-served.ts'
import { rateTicket } from './operations/rate-ticket.ts'
import { renameDevice } from './operations/rename-device.ts'
import { revokeDevice } from './operations/revoke-device.ts'
import { setOpening } from './operations/set-opening.ts'
import { setWaitingGoal } from './operations/set-waiting-goal.ts'
import { takeTicket } from './operations/take-ticket.ts'

export const operations: readonly Operation[] = [
  bookAppointment,
  bookOwnAppointment,
  callOffAppointment,
  cancelAppointment,
  findSlots,
  getCalendarFile,
  getOpening,
  listAppointments,
  listOpenings,
  listOwnAppointments,
  listServedUnits,
  lookUpAppointment,
  moveAppointment,
  setOpening,
  callAgain,
  callNext,
  checkIn,
  finishTicket,
  getBoard,
  getDesk,
  getKiosk,
  getTicket,
  listTickets,
  takeTicket,
  listCaseRatings,
  listRatings,
  rateCaseByReceipt,
  rateTicket,
  getFiguresOfCounters,
  getListedAppointment,
  getQueueTicket,
  getWaitingGoal,
  listCounted,
  setWaitingGoal,
  askPairing,
  getOwnDevice,
  listDevices,
  pairDevice,
  rateServed,
  renameDevice,
  revokeDevice,
]
