import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, line, momentField } from '#kernel/fields.ts'
import { Opening } from '../domain/opening.ts'

/** Which units the actor may open counters for, with what holds today. */
export const listOpenings = endpoint({
  id: 'appointments.list-openings',
  method: 'GET',
  path: '/appointments/openings',
  permission: 'appointments:manage',
  summary: { vi: 'Quầy của các đơn vị', en: 'The counters of the units' },
  input: z.object({}),
  output: z.object({
    units: z.array(z.object({ id: idField, name: z.string(), opening: Opening.nullable() })),
    /** There are more than are listed. */
    more: z.boolean(),
  }),
})

export const getOpening = endpoint({
  id: 'appointments.get-opening',
  method: 'GET',
  path: '/appointments/openings/:unitId',
  permission: 'appointments:manage',
  summary: { vi: 'Quầy của một đơn vị theo thời gian', en: 'The counters of a unit through time' },
  input: z.object({ unitId: idField }),
  output: z.object({
    unit: z.object({ id: idField, name: z.string() }),
    /** What holds today. */
    today: Opening.nullable(),
    entries: z.array(
      z.object({
        id: idField,
        validFrom: dayField,
        version: z.number(),
        opening: Opening.nullable(),
        reason: z.string(),
        setByName: z.string(),
        setAt: momentField,
      }),
    ),
    fields: z.array(z.object({ code: z.string(), name: bothField })),
    /** Appointments that cannot be kept as they were booked. */
    affected: z.number(),
  }),
})

export const setOpening = endpoint({
  id: 'appointments.set-opening',
  method: 'POST',
  path: '/appointments/openings/:unitId',
  permission: 'appointments:manage',
  reason: 'reason',
  summary: { vi: 'Đặt giờ mở quầy, lịch hẹn và hàng đợi', en: 'Set the counters, appointments and lines of a unit' },
  input: z.object({
    unitId: idField,
    validFrom: dayField,
    opening: Opening.nullable(),
    /** The version of the entry of this day that was looked at; 0 when there is none. */
    version: z.coerce.number().int().min(0).max(1_000_000),
    reason: line(500),
  }),
  output: z.object({ id: idField, affected: z.number() }),
})

/** The units at whose counters the actor serves, with the lines and desks of today. */
export const listServedUnits = endpoint({
  id: 'appointments.list-served-units',
  method: 'GET',
  path: '/appointments/served-units',
  permission: 'appointments:serve',
  summary: { vi: 'Các đơn vị tôi phục vụ tại quầy', en: 'Units at whose counters I serve' },
  input: z.object({}),
  output: z.object({
    units: z.array(z.object({ id: idField, name: z.string(), lines: Opening.shape.lines, desks: Opening.shape.desks })),
  }),
})
