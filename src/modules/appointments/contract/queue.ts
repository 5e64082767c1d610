import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, momentField } from '#kernel/fields.ts'

const letter = z.string().regex(/^[A-Z]$/, 'appointments/line-code')
const BECAUSE = z.enum(['appointment', 'turn', 'order', 'early'])
export const TICKET_STATES = ['waiting', 'called', 'done', 'absent', 'left'] as const

/** On what an estimate rests, and how far the ones before were off: Σ minutes over Σ tickets. */
const Accuracy = z.object({ offMinutes: z.number(), tickets: z.number() })

/** Announced whenever a number is taken, called or done; open to everybody, as the board is. */
export const queueTopic = (unitId: string): string => `public.queue.${unitId}`

export const getKiosk = endpoint({
  id: 'appointments.get-kiosk',
  method: 'GET',
  path: '/appointments/kiosks/:unitId',
  permission: 'anyone',
  perMinute: 120,
  summary: { vi: 'Giờ phát số và số người chờ', en: 'When numbers are given out and how many wait' },
  input: z.object({ unitId: idField }),
  output: z.object({
    unit: z.object({ id: idField, name: z.string() }),
    /** Whether numbers are given out at this moment, and until when today. */
    isOpen: z.boolean(),
    hours: z.array(z.object({ from: z.string(), to: z.string() })),
    lines: z.array(
      z.object({ code: z.string(), name: bothField, waiting: z.number(), estimatedMinutes: z.number().nullable() }),
    ),
    accuracy: Accuracy,
  }),
})

export const Ticket = z.object({
  code: z.string(),
  unit: z.object({ id: idField, name: z.string() }),
  day: dayField,
  line: z.string(),
  lineName: bothField,
  /** As it is called, `A012`. */
  shown: z.string(),
  state: z.enum(TICKET_STATES),
  takenAt: momentField,
  /** Begins with an appointment: it goes first from this moment on. */
  slotAt: z.string().nullable(),
  /** Came too late for the slot: it waits in order of arrival. */
  isLate: z.boolean(),
  ahead: z.number(),
  estimatedMinutes: z.number().nullable(),
  accuracy: Accuracy,
  desk: z.object({ code: z.string(), name: z.string() }).nullable(),
  isRated: z.boolean(),
})
export type Ticket = z.output<typeof Ticket>

/** At a kiosk, in a line of its unit. */
export const takeTicket = endpoint({
  id: 'appointments.take-ticket',
  method: 'POST',
  path: '/appointments/tickets',
  permission: 'device',
  perMinute: 60,
  summary: { vi: 'Lấy số thứ tự', en: 'Take a number' },
  input: z.object({ requestKey: z.uuid(), line: letter }),
  output: Ticket,
})

/** At a kiosk with the code alone: it says that its holder has come, and gives a number. */
export const checkIn = endpoint({
  id: 'appointments.check-in',
  method: 'POST',
  path: '/appointments/check-in',
  permission: 'device',
  perMinute: 30,
  summary: { vi: 'Báo đã đến theo lịch hẹn', en: 'Check in for an appointment' },
  input: z.object({ requestKey: z.uuid(), code: z.string().max(40) }),
  output: Ticket,
})

export const getTicket = endpoint({
  id: 'appointments.get-ticket',
  method: 'GET',
  path: '/appointments/tickets/:code',
  permission: 'anyone',
  perMinute: 120,
  summary: { vi: 'Theo dõi số thứ tự', en: 'Follow a number' },
  input: z.object({ code: z.string().max(40) }),
  output: Ticket,
})

export const getBoard = endpoint({
  id: 'appointments.get-board',
  method: 'GET',
  path: '/appointments/boards/:unitId',
  permission: 'anyone',
  perMinute: 240,
  summary: { vi: 'Bảng gọi số', en: 'The board of called numbers' },
  input: z.object({ unitId: idField }),
  output: z.object({
    unit: z.object({ id: idField, name: z.string() }),
    /** The newest first; `calls` grows when somebody is called again. */
    called: z.array(
      z.object({ shown: z.string(), desk: z.string(), calledAt: momentField, calls: z.number(), isNow: z.boolean() }),
    ),
    lines: z.array(z.object({ code: z.string(), name: bothField, waiting: z.number() })),
  }),
})

export const QueueTicket = z.object({
  id: idField,
  shown: z.string(),
  line: z.string(),
  state: z.enum(TICKET_STATES),
  because: BECAUSE.nullable(),
  slotAt: z.string().nullable(),
  takenAt: momentField,
  firstCalledAt: momentField.nullable(),
  doneAt: momentField.nullable(),
  waitedMinutes: z.number(),
  calls: z.number(),
  desk: z.string().nullable(),
})
export type QueueTicket = z.output<typeof QueueTicket>

export const getDesk = endpoint({
  id: 'appointments.get-desk',
  method: 'GET',
  path: '/appointments/units/:unitId/desks/:desk',
  permission: 'appointments:serve',
  summary: { vi: 'Quầy gọi số', en: 'A desk that calls numbers' },
  input: z.object({ unitId: idField, desk: z.string().max(8) }),
  output: z.object({
    name: z.string(),
    current: QueueTicket.nullable(),
    /** All who wait for this desk, in the order in which it will call them, each with the reason. */
    waiting: z.array(QueueTicket),
    /** Called here today and did not come. */
    absent: z.array(QueueTicket),
    done: z.number(),
  }),
})

const atDesk = { unitId: idField, desk: z.string().max(8) }

export const callNext = endpoint({
  id: 'appointments.call-next',
  method: 'POST',
  path: '/appointments/units/:unitId/desks/:desk/call',
  permission: 'appointments:serve',
  summary: { vi: 'Gọi số tiếp theo', en: 'Call the next number' },
  input: z.object(atDesk),
  output: z.object({ ticket: QueueTicket.nullable() }),
})

export const callAgain = endpoint({
  id: 'appointments.call-again',
  method: 'POST',
  path: '/appointments/units/:unitId/desks/:desk/call-again',
  permission: 'appointments:serve',
  idempotent: false,
  summary: { vi: 'Gọi lại một số', en: 'Call a number again' },
  input: z.object({ ...atDesk, ticketId: idField }),
  output: z.object({ ticket: QueueTicket }),
})

export const finishTicket = endpoint({
  id: 'appointments.finish-ticket',
  method: 'POST',
  path: '/appointments/units/:unitId/desks/:desk/finish',
  permission: 'appointments:serve',
  summary: { vi: 'Xong, hoặc không có mặt', en: 'Done, or not there' },
  input: z.object({ ...atDesk, ticketId: idField, outcome: z.enum(['done', 'absent']) }),
  output: z.null(),
})

export const listTickets = endpoint({
  id: 'appointments.list-tickets',
  method: 'GET',
  path: '/appointments/units/:unitId/tickets',
  permission: 'appointments:serve',
  summary: { vi: 'Số thứ tự trong ngày và thời gian chờ', en: 'The numbers of a day and how long people waited' },
  input: z.object({ unitId: idField, day: dayField }),
  output: z.object({
    tickets: z.array(QueueTicket),
    more: z.boolean(),
    waiting: z.number(),
    /** Σ minutes over Σ tickets that were called. */
    waited: z.object({ minutes: z.number(), tickets: z.number() }),
    accuracy: Accuracy,
  }),
})
