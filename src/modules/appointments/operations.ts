import type { Operation } from '#server/operation.ts'
import { bookAppointment } from './operations/book-appointment.ts'
import { bookOwnAppointment } from './operations/book-own-appointment.ts'
import { callAgain } from './operations/call-again.ts'
import { callNext } from './operations/call-next.ts'
import { callOffAppointment } from './operations/call-off-appointment.ts'
import { cancelAppointment } from './operations/cancel-appointment.ts'
import { checkIn } from './operations/check-in.ts'
import { findSlots } from './operations/find-slots.ts'
import { finishTicket } from './operations/finish-ticket.ts'
import { getFiguresOfCounters } from './operations/get-figures-of-counters.ts'
import { getListedAppointment } from './operations/get-listed-appointment.ts'
import { getQueueTicket } from './operations/get-queue-ticket.ts'
import { getWaitingGoal } from './operations/get-waiting-goal.ts'
import { listCounted } from './operations/list-counted.ts'
import { setWaitingGoal } from './operations/set-waiting-goal.ts'
import { getBoard } from './operations/get-board.ts'
import { getCalendarFile } from './operations/get-calendar-file.ts'
import { getDesk } from './operations/get-desk.ts'
import { getKiosk } from './operations/get-kiosk.ts'
import { getOpening } from './operations/get-opening.ts'
import { getTicket } from './operations/get-ticket.ts'
import { listAppointments } from './operations/list-appointments.ts'
import { listOpenings } from './operations/list-openings.ts'
import { listOwnAppointments } from './operations/list-own-appointments.ts'
import { listRatings } from './operations/list-ratings.ts'
import { listServedUnits } from './operations/list-served-units.ts'
import { listTickets } from './operations/list-tickets.ts'
import { lookUpAppointment } from './operations/look-up-appointment.ts'
import { moveAppointment } from './operations/move-appointment.ts'
import { rateCaseByReceipt } from './operations/rate-case-by-receipt.ts'
import { rateTicket } from './operations/rate-ticket.ts'
import { setOpening } from './operations/set-opening.ts'
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
  listRatings,
  rateCaseByReceipt,
  rateTicket,
  getFiguresOfCounters,
  getListedAppointment,
  getQueueTicket,
  getWaitingGoal,
  listCounted,
  setWaitingGoal,
]
