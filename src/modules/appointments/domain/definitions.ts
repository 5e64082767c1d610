import { APPOINTMENT_MEASURES, TICKET_MEASURES } from './measures.ts'

const UNITS = {
  number: { vi: 'lượt', en: 'number' },
  minute: { vi: 'phút', en: 'minute' },
  rating: { vi: 'đánh giá', en: 'rating' },
  star: { vi: 'điểm', en: 'star' },
  appointment: { vi: 'lịch hẹn', en: 'appointment' },
} as const
const FROM = '1990-01-01'

/** The measures of counters as the indicators module defines them; there from the first day of any installation. */
export const MEASURE_DEFINITIONS = [...TICKET_MEASURES, ...APPOINTMENT_MEASURES].map(({ code, vi, en, in: unit }) => ({
  code,
  name: { vi, en },
  unit: UNITS[unit],
  nature: 'flow' as const,
  topic: 'one-stop',
  validFrom: FROM,
}))

type Ratio = {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly numerator: string
  readonly denominator: string
  readonly each?: { readonly unit: { readonly vi: string; readonly en: string }; readonly better: 'higher' | 'lower' }
}

/** Numerator and denominator are kept apart everywhere; Σ over Σ at every level. */
export const RATIOS: readonly Ratio[] = [
  {
    code: 'PV.01',
    vi: 'Tỷ lệ người được gọi trong thời gian mục tiêu',
    en: 'People called within the goal',
    numerator: '[queue_within_goal]',
    denominator: '[queue_served]',
  },
  {
    code: 'PV.02',
    vi: 'Thời gian chờ bình quân tại quầy',
    en: 'Mean time waited at the counter',
    numerator: '[queue_waited_minutes]',
    denominator: '[queue_served]',
    each: { unit: { vi: 'phút/lượt', en: 'minutes each' }, better: 'lower' },
  },
  {
    code: 'PV.03',
    vi: 'Tỷ lệ người lấy số được tiếp',
    en: 'People with a number who were served',
    numerator: '[queue_served]',
    denominator: '[queue_served] + [queue_left]',
  },
  {
    // Of those whose day is over or who have come: what is still to come says nothing yet.
    code: 'PV.04',
    vi: 'Tỷ lệ lịch hẹn đã đặt được giữ',
    en: 'Appointments booked that were kept',
    numerator: '[appointments_kept]',
    denominator: '[appointments_kept] + [appointments_missed]',
  },
  {
    code: 'PV.05',
    vi: 'Điểm đánh giá phục vụ bình quân (1 đến 5)',
    en: 'Mean rating of service (1 to 5)',
    numerator: '[queue_rating_stars]',
    denominator: '[queue_ratings]',
    each: { unit: { vi: 'điểm', en: 'stars' }, better: 'higher' },
  },
  {
    code: 'PV.06',
    vi: 'Tỷ lệ đánh giá hài lòng',
    en: 'Ratings of the content',
    numerator: '[queue_ratings_content]',
    denominator: '[queue_ratings]',
  },
  {
    code: 'PV.07',
    vi: 'Tỷ lệ lượt tiếp có đánh giá',
    en: 'Numbers served that were rated',
    numerator: '[queue_ratings]',
    denominator: '[queue_served]',
  },
]

export const INDICATOR_DEFINITIONS = RATIOS.map(({ vi, en, ...ratio }) => ({
  ...ratio,
  group: { code: 'PV', name: { vi: 'Phục vụ tại quầy', en: 'Service at the counter' } },
  name: { vi, en },
  validFrom: FROM,
}))
