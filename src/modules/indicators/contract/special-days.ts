import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { dayField, line } from '#kernel/fields.ts'

const SpecialDay = z.object({ day: dayField, working: z.boolean(), name: line(200) })
export const listSpecialDays = endpoint({
  id: 'indicators.list-special-days',
  method: 'GET',
  path: '/indicators/special-days',
  permission: 'indicators:read',
  summary: {
    vi: 'Ngày nghỉ, ngày làm bù trong lịch hạn nộp',
    en: 'Days off and make-up days of the deadline calendar',
  },
  input: z.object({}),
  output: z.object({ days: z.array(SpecialDay) }),
})
export const setSpecialDays = endpoint({
  id: 'indicators.set-special-days',
  method: 'POST',
  path: '/indicators/special-days',
  permission: 'indicators:define',
  summary: { vi: 'Đặt ngày nghỉ, ngày làm bù', en: 'Set days off and make-up days' },
  /** Days that are named already take the new meaning. */
  input: z.object({ days: z.array(SpecialDay).min(1).max(400) }),
  output: z.object({ days: z.number() }),
})
