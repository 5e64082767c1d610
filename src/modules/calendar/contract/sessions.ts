import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, idField, limitField, line } from '#kernel/fields.ts'
import { isClock } from '#kernel/work-time/clock.ts'

const clockField = z.string().refine(isClock, 'calendar/not-a-clock')
const Session = z.object({ from: clockField, to: clockField })
const Hours = z.object({ sessions: z.array(Session), inDayCutOff: z.string() })

/** Working hours of a unit (null: of the nation) from a day on. */
const HoursEntry = z.object({
  id: idField,
  unitId: idField.nullable(),
  unitName: z.string().nullable(),
  validFrom: dayField,
  /** null: as the unit above again. */
  hours: Hours.nullable(),
  version: z.number().int(),
  reason: z.string(),
  changedAt: z.iso.datetime(),
})
export type HoursEntry = z.output<typeof HoursEntry>

export const listSessions = endpoint({
  id: 'calendar.list-sessions',
  method: 'GET',
  path: '/calendar/sessions',
  permission: 'signed-in',
  summary: { vi: 'Giờ làm việc của các đơn vị', en: 'Working hours of the units' },
  /** With a unit: what was set for it and for all it stands under. Without: everything that was set, newest first. */
  input: z.object({ unitId: idField.optional(), after: idField.optional(), limit: limitField }),
  output: z.object({
    entries: z.array(HoursEntry),
    after: idField.nullable(),
    /** What holds today for the unit, or for the nation. */
    today: Hours,
  }),
})

export const setSessions = endpoint({
  id: 'calendar.set-sessions',
  method: 'POST',
  path: '/calendar/sessions',
  permission: 'calendar:manage',
  reason: 'reason',
  summary: { vi: 'Đặt giờ làm việc', en: 'Set working hours' },
  input: z.object({
    unitId: idField.nullable(),
    validFrom: dayField,
    hours: z.object({ sessions: z.array(Session).min(1).max(6), inDayCutOff: clockField }).nullable(),
    /** The version of the entry of this unit and day that was looked at; 0 when there is none. */
    version: z.coerce.number().int().min(0).max(1_000_000),
    reason: line(500),
  }),
  output: z.object({ id: idField }),
})
