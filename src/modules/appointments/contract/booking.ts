import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, line, momentField } from '#kernel/fields.ts'
import { isClock } from '#kernel/work-time/clock.ts'

const clock = z.string().refine(isClock, 'calendar/not-a-clock')
const desk = z.object({ name: z.string(), address: z.string(), phone: z.string() }).nullable()
const language = z.enum(['vi', 'en']).default('vi')

/** Place, then day, then slot: each answer leads to the next list. */
export const findSlots = endpoint({
  id: 'appointments.find-slots',
  method: 'GET',
  path: '/appointments/slots',
  permission: 'anyone',
  perMinute: 120,
  summary: { vi: 'Tìm giờ hẹn còn trống', en: 'Find a free time for an appointment' },
  input: z.object({
    procedureCode: z.string().max(40).optional(),
    unitId: idField.optional(),
    day: dayField.optional(),
  }),
  output: z.object({
    procedure: z.object({ code: z.string(), name: bothField }).nullable(),
    /** Where appointments are made for it, while no place is chosen. */
    places: z.array(z.object({ id: idField, name: z.string(), above: z.string(), desk })),
    unit: z.object({ id: idField, name: z.string(), desk, keepDays: z.number(), graceMinutes: z.number() }).nullable(),
    days: z.array(z.object({ day: dayField, free: z.number() })),
    slots: z.array(z.object({ at: z.string(), minutes: z.number(), free: z.number() })),
  }),
})

const wish = z.object({
  /** Made with the form: sent twice, it is one appointment. */
  requestKey: z.uuid(),
  procedureCode: z.string().max(40).optional(),
  unitId: idField,
  day: dayField,
  at: clock,
  name: line(120),
  /** What was read before it was ticked; never ticked beforehand. */
  consent: z.literal(true, 'appointments/no-consent'),
  language,
})

/** An appointment as whoever holds code and secret sees it. */
export const Appointment = z.object({
  id: idField,
  code: z.string(),
  state: z.enum(['booked', 'arrived', 'cancelled', 'missed']),
  affected: z.enum(['unit-ended', 'day-off', 'not-open']).nullable(),
  unit: z.object({ id: idField, name: z.string(), desk }),
  procedureName: bothField.nullable(),
  day: dayField,
  at: z.string(),
  minutes: z.number(),
  graceMinutes: z.number(),
  eraseOn: dayField,
  /** Opens the calendar file and nothing else. */
  calendarToken: z.string(),
  /** Whether a message leaves to the address; false: code and secret have to be written down. */
  isTold: z.boolean(),
})
export type Appointment = z.output<typeof Appointment>

/** Slots of the next days to which it may be moved. */
const Open = z.object({ day: dayField, slots: z.array(z.string()) })
export const Opened = z.object({ appointment: Appointment, secret: z.string(), free: z.array(Open) })
export type Opened = z.output<typeof Opened>

export const bookAppointment = endpoint({
  id: 'appointments.book-appointment',
  method: 'POST',
  path: '/appointments',
  permission: 'anyone',
  perMinute: 20,
  summary: { vi: 'Đặt lịch hẹn', en: 'Make an appointment' },
  input: wish.extend({ contact: line(200) }),
  output: Opened,
})

const key = z.object({ code: z.string().max(40), secret: z.string().max(40) })

export const lookUpAppointment = endpoint({
  id: 'appointments.look-up-appointment',
  method: 'POST',
  path: '/appointments/look-up',
  permission: 'anyone',
  perMinute: 30,
  changes: false,
  summary: { vi: 'Xem lịch hẹn bằng mã', en: 'See an appointment by its code' },
  input: key,
  output: Opened,
})

export const moveAppointment = endpoint({
  id: 'appointments.move-appointment',
  method: 'POST',
  path: '/appointments/move',
  permission: 'anyone',
  perMinute: 20,
  idempotent: false,
  summary: { vi: 'Đổi giờ hẹn', en: 'Move an appointment' },
  input: key.extend({ day: dayField, at: clock }),
  output: Opened,
})

export const cancelAppointment = endpoint({
  id: 'appointments.cancel-appointment',
  method: 'POST',
  path: '/appointments/cancellation',
  permission: 'anyone',
  perMinute: 20,
  idempotent: false,
  summary: { vi: 'Hủy lịch hẹn', en: 'Cancel an appointment' },
  input: key,
  output: Opened,
})

/** Time and place for a calendar; nothing of who comes. */
export const getCalendarFile = endpoint({
  id: 'appointments.get-calendar-file',
  method: 'GET',
  path: '/appointments/calendar/:token',
  permission: 'anyone',
  perMinute: 60,
  answers: 'file',
  summary: { vi: 'Tệp lịch của một lịch hẹn', en: 'The calendar file of an appointment' },
  input: z.object({ token: z.string().max(100) }),
  output: z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value),
})

/** Signed in: the address that was proven is that of the appointment. */
export const bookOwnAppointment = endpoint({
  id: 'appointments.book-own-appointment',
  method: 'POST',
  path: '/appointments/own',
  permission: 'citizen',
  perMinute: 20,
  summary: { vi: 'Đặt lịch hẹn bằng tài khoản', en: 'Make an appointment with an account' },
  input: wish,
  output: Opened,
})

export const listOwnAppointments = endpoint({
  id: 'appointments.list-own-appointments',
  method: 'GET',
  path: '/appointments/own',
  permission: 'citizen',
  audit: 'read',
  summary: { vi: 'Lịch hẹn của tôi', en: 'My appointments' },
  input: z.object({}),
  output: z.object({ appointments: z.array(Appointment.extend({ secret: z.string() })) }),
})

export const AppointmentRow = z.object({
  id: idField,
  code: z.string(),
  day: dayField,
  at: z.string(),
  minutes: z.number(),
  state: z.enum(['booked', 'arrived', 'cancelled', 'missed']),
  affected: z.enum(['unit-ended', 'day-off', 'not-open']).nullable(),
  unitId: idField,
  unitName: z.string(),
  procedureName: bothField.nullable(),
  /** Null: erased. */
  name: z.string().nullable(),
  contact: z.string().nullable(),
  bookedAt: momentField,
})
export type AppointmentRow = z.output<typeof AppointmentRow>

export const listAppointments = endpoint({
  id: 'appointments.list-appointments',
  method: 'GET',
  path: '/appointments/list',
  permission: 'appointments:serve',
  audit: 'read',
  summary: { vi: 'Lịch hẹn của một đơn vị', en: 'Appointments of a unit' },
  input: z.object({
    /** Of one day, or (`affected`) all that cannot be kept as booked. */
    unitId: idField.optional(),
    day: dayField.optional(),
    after: idField.optional(),
  }),
  output: z.object({ rows: z.array(AppointmentRow), after: idField.nullable() }),
})

/** An office that cannot keep an appointment says so, with the reason; the citizen is told. */
export const callOffAppointment = endpoint({
  id: 'appointments.call-off-appointment',
  method: 'POST',
  path: '/appointments/list/:appointmentId/cancellation',
  permission: 'appointments:serve',
  reason: 'reason',
  summary: { vi: 'Cơ quan hủy lịch hẹn', en: 'Call an appointment off' },
  input: z.object({ appointmentId: idField, reason: line(500) }),
  output: z.null(),
})
