import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, limitField, line, momentField } from '#kernel/fields.ts'
import { FIGURE_CODES } from '../domain/measures.ts'
import { AppointmentRow } from './booking.ts'
import { QueueTicket } from './queue.ts'

/** Announced when a number, an appointment or a rating counted. */
export const countedTopic = 'appointments.counted'

export const SUM_BY = ['unit', 'desk', 'day'] as const
export const LONGEST_DAYS = 400
const code = z.enum(FIGURE_CODES)
const counts = z.record(z.string(), z.number())
const span = {
  from: dayField,
  to: dayField,
  /** None: every unit at whose counters the actor serves. */
  unitId: idField.optional(),
}

const FigureRow = z.object({
  unitId: idField.nullable(),
  unitName: z.string(),
  /** Null: of no desk, as nobody was called to one. */
  desk: z.string().nullable(),
  deskName: z.string().nullable(),
  day: dayField.nullable(),
  /** By the codes of the measures; one that is not there is 0. */
  counts,
})

/** What counters did: by unit, by desk or by day. Ratios are of two of these, of each row and of the total alike. */
export const getFiguresOfCounters = endpoint({
  id: 'appointments.get-figures-of-counters',
  method: 'GET',
  path: '/appointments/figures',
  permission: 'appointments:serve',
  summary: { vi: 'Số liệu phục vụ tại quầy', en: 'Figures of service at the counters' },
  input: z.object({ ...span, by: z.enum(SUM_BY).default('unit') }),
  output: z.object({
    rows: z.array(FigureRow),
    total: counts,
    /** Within so many minutes people are to be called, on the last of the days. */
    goalMinutes: z.number(),
  }),
})
export type FiguresOfCounters = z.output<typeof getFiguresOfCounters.output>

/** The numbers and appointments that one figure is made of, and the proof that they add up to it. */
export const listCounted = endpoint({
  id: 'appointments.list-counted',
  method: 'GET',
  path: '/appointments/figures/counted',
  permission: 'appointments:serve',
  summary: { vi: 'Các lượt làm nên một số liệu tại quầy', en: 'What a figure of the counters is made of' },
  input: z.object({
    ...span,
    measure: code,
    /** Empty: those of no desk. */
    desk: z.string().max(8).optional(),
    after: idField.optional(),
    limit: limitField,
  }),
  output: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(['ticket', 'appointment']),
        id: idField,
        label: z.string(),
        unitName: z.string(),
        desk: z.string().nullable(),
        day: dayField,
        value: z.number(),
      }),
    ),
    count: z.number(),
    sum: z.number(),
    after: idField.nullable(),
  }),
})

/** One number, with what became of it. */
export const getQueueTicket = endpoint({
  id: 'appointments.get-queue-ticket',
  method: 'GET',
  path: '/appointments/queue-tickets/:ticketId',
  permission: 'appointments:serve',
  summary: { vi: 'Một số thứ tự', en: 'One number' },
  input: z.object({ ticketId: idField }),
  output: QueueTicket.extend({
    unit: z.object({ id: idField, name: z.string() }),
    day: dayField,
    lineName: bothField,
    deskName: z.string().nullable(),
    appointmentId: idField.nullable(),
    stars: z.number().nullable(),
    goalMinutes: z.number(),
  }),
})

/** One appointment as officials see it; who comes stands in it, so that it was read is logged. */
export const getListedAppointment = endpoint({
  id: 'appointments.get-listed-appointment',
  method: 'GET',
  path: '/appointments/list/:appointmentId',
  permission: 'appointments:serve',
  audit: 'read',
  summary: { vi: 'Một lịch hẹn', en: 'One appointment' },
  input: z.object({ appointmentId: idField }),
  output: AppointmentRow.extend({ ticketId: idField.nullable() }),
})

const Goal = z.object({
  id: idField,
  validFrom: dayField,
  minutes: z.number(),
  reason: z.string(),
  /** Empty: it came with the platform. */
  setByName: z.string(),
  setAt: momentField,
})

export const getWaitingGoal = endpoint({
  id: 'appointments.get-waiting-goal',
  method: 'GET',
  path: '/appointments/waiting-goal',
  permission: 'appointments:serve',
  summary: { vi: 'Thời gian chờ mục tiêu', en: 'The goal for waiting' },
  input: z.object({}),
  output: z.object({ minutes: z.number(), goals: z.array(Goal) }),
})

/** From a day to come on: what was counted by the goal of its day stays. */
export const setWaitingGoal = endpoint({
  id: 'appointments.set-waiting-goal',
  method: 'POST',
  path: '/appointments/waiting-goal',
  permission: 'appointments:manage',
  reason: 'reason',
  summary: { vi: 'Đặt thời gian chờ mục tiêu', en: 'Set the goal for waiting' },
  input: z.object({ validFrom: dayField, minutes: z.coerce.number().int().min(1).max(480), reason: line(500) }),
  output: z.object({ id: idField }),
})
