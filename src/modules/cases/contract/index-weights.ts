import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, line, momentField } from '#kernel/fields.ts'

/** Points of an indicator (`2.1`) or a group (`transparency`) of the 766 index, from a day on. */
const IndexWeight = z.object({
  indicator: z.string(),
  name: bothField,
  isGroup: z.boolean(),
  points: z.number(),
  validFrom: dayField,
  /** The instrument in which it stands. */
  source: z.string(),
  /** Somebody compared it with the instrument. */
  checked: z.boolean(),
  reason: z.string(),
  /** Null: came with the platform. */
  set: z.object({ byName: z.string(), at: momentField }).nullable(),
})
export const listIndexWeights = endpoint({
  id: 'cases.list-index-weights',
  method: 'GET',
  path: '/cases/index-766/weights',
  permission: 'indicators:read',
  summary: { vi: 'Điểm của chỉ số 766', en: 'Points of the 766 index' },
  input: z.object({}),
  output: z.object({
    /** Of every time, the newest of each first. */
    weights: z.array(IndexWeight),
    /** All that can have points. */
    indicators: z.array(z.object({ indicator: z.string(), name: bothField })),
  }),
})
export const setIndexWeight = endpoint({
  id: 'cases.set-index-weight',
  method: 'POST',
  path: '/cases/index-766/weights',
  permission: 'cases:define',
  summary: { vi: 'Đặt điểm của chỉ số 766', en: 'Set points of the 766 index' },
  input: z.object({
    /** An indicator (`2.1`) or a group (`transparency`). */
    indicator: line(20),
    points: z.number().min(0).max(100),
    validFrom: dayField,
    /** The instrument in which it stands. */
    source: line(300),
    reason: line(500),
    checked: z.boolean().default(false),
  }),
  output: z.object({ indicator: z.string() }),
})
