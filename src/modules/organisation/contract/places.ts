import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, flagField, idField, line } from '#kernel/fields.ts'
import { ACCURACIES } from '../domain/place.ts'

export const Point = z.object({
  /** Degrees of WGS 84. */
  latitude: z.number(),
  longitude: z.number(),
  accuracy: z.enum(ACCURACIES),
  /** Where the coordinates come from. */
  source: z.string(),
  demonstration: z.boolean(),
})
export type Point = z.infer<typeof Point>

/** Where a unit is found from a day on; `point` null: from then on it is not known. */
export const UnitPlace = z.object({ validFrom: dayField, point: Point.nullable() })
export type UnitPlace = z.infer<typeof UnitPlace>

export const placeUnit = endpoint({
  id: 'organisation.place-unit',
  method: 'POST',
  path: '/organisation/units/:unitId/places',
  permission: 'organisation:write',
  summary: { vi: 'Ghi vị trí của đơn vị trên bản đồ', en: 'Record where a unit is found on the map' },
  input: z.object({
    unitId: idField,
    /** Default: today. */
    validFrom: dayField.optional(),
    /** Null: from that day on the place is not known. */
    point: z
      .object({
        latitude: z.number(),
        longitude: z.number(),
        accuracy: z.enum(ACCURACIES),
        source: line(300),
        demonstration: flagField.default(false),
      })
      .nullable(),
  }),
  output: UnitPlace,
})
