import { z } from 'zod'
import { dayField } from '#kernel/fields.ts'

export * from './contract/explain.ts'
export * from './contract/sessions.ts'
export * from './contract/special-days.ts'

/** `calendar.changed`: what was decided for these days is new (`toDay` null: from then on); for a unit and all under it, or for all. */
export const CalendarChanged = z.object({
  fromDay: dayField,
  toDay: dayField.nullable(),
  unitId: z.uuid().nullable(),
})

/** The topic on which browsers hear that days, years or hours have changed. */
export const CALENDAR_TOPIC = 'calendar.days'
