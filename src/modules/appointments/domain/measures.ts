import type { Day } from '#kernel/calendar.ts'
import type { Count } from '#kernel/counted.ts'
import { minutesBetween } from './estimate.ts'
import { UNHAPPY } from './satisfaction.ts'

const MINUTE_MS = 60_000

/** What counting looks at of a number, with the rating given for it. */
export type CountedTicket = {
  readonly unitId: string
  readonly day: Day
  readonly state: 'waiting' | 'called' | 'done' | 'absent' | 'left'
  readonly takenAt: Date
  readonly firstCalledAt: Date | null
  readonly stars: number | null
  /** Within so many minutes people are to be called: what held on the day. */
  readonly goalMinutes: number
}

/** What counting looks at of an appointment. */
export type CountedAppointment = {
  readonly unitId: string
  readonly day: Day
  readonly state: 'booked' | 'arrived' | 'cancelled' | 'missed'
}

type Measure<T> = {
  readonly code: string
  readonly vi: string
  readonly en: string
  readonly in: 'number' | 'minute' | 'rating' | 'star' | 'appointment'
  /** How much it counts for; nothing for 0. */
  readonly of: (one: T) => number
}

const when = (holds: boolean): number => (holds ? 1 : 0)
const waitedMs = ({ takenAt, firstCalledAt }: CountedTicket): number =>
  (firstCalledAt?.getTime() ?? 0) - takenAt.getTime()

/** Of numbers: at their unit, on their day. */
export const TICKET_MEASURES = [
  { code: 'queue_taken', vi: 'Số thứ tự đã phát', en: 'Numbers taken', in: 'number', of: () => 1 },
  {
    code: 'queue_called',
    vi: 'Số thứ tự đã gọi',
    en: 'Numbers called',
    in: 'number',
    of: ({ firstCalledAt }) => when(firstCalledAt !== null),
  },
  {
    code: 'queue_served',
    vi: 'Số thứ tự đã tiếp xong',
    en: 'Numbers served',
    in: 'number',
    of: ({ state }) => when(state === 'done'),
  },
  {
    code: 'queue_left',
    vi: 'Số thứ tự ra về chưa được tiếp',
    en: 'Numbers whose holders left unserved',
    in: 'number',
    of: ({ state }) => when(state === 'absent' || state === 'left'),
  },
  {
    code: 'queue_waited_minutes',
    vi: 'Số phút chờ của người đã tiếp',
    en: 'Minutes waited by those served',
    in: 'minute',
    of: (one) => (one.state === 'done' && one.firstCalledAt ? minutesBetween(one.takenAt, one.firstCalledAt) : 0),
  },
  {
    code: 'queue_within_goal',
    vi: 'Số thứ tự đã tiếp được gọi trong thời gian mục tiêu',
    en: 'Numbers served that were called within the goal',
    in: 'number',
    of: (one) => when(one.state === 'done' && waitedMs(one) <= one.goalMinutes * MINUTE_MS),
  },
  {
    code: 'queue_ratings',
    vi: 'Đánh giá phục vụ tại quầy',
    en: 'Ratings of service at the desk',
    in: 'rating',
    of: ({ stars }) => when(stars !== null),
  },
  {
    code: 'queue_rating_stars',
    vi: 'Tổng điểm đánh giá phục vụ tại quầy',
    en: 'Stars given for service at the desk',
    in: 'star',
    of: ({ stars }) => stars ?? 0,
  },
  {
    code: 'queue_ratings_content',
    vi: 'Đánh giá hài lòng, rất hài lòng',
    en: 'Ratings of the content and very content',
    in: 'rating',
    of: ({ stars }) => when(stars !== null && stars > UNHAPPY),
  },
] as const satisfies readonly Measure<CountedTicket>[]

/** Of appointments: at their unit, on the day they are for. What was cancelled or moved away does not count there. */
export const APPOINTMENT_MEASURES = [
  {
    code: 'appointments_booked',
    vi: 'Lịch hẹn đã đặt',
    en: 'Appointments booked',
    in: 'appointment',
    of: ({ state }) => when(state !== 'cancelled'),
  },
  {
    code: 'appointments_kept',
    vi: 'Lịch hẹn đã đến',
    en: 'Appointments kept',
    in: 'appointment',
    of: ({ state }) => when(state === 'arrived'),
  },
  {
    code: 'appointments_missed',
    vi: 'Lịch hẹn không đến',
    en: 'Appointments missed',
    in: 'appointment',
    of: ({ state }) => when(state === 'missed'),
  },
] as const satisfies readonly Measure<CountedAppointment>[]

export type FigureCode = (typeof TICKET_MEASURES | typeof APPOINTMENT_MEASURES)[number]['code']
export const FIGURE_CODES: readonly FigureCode[] = [...TICKET_MEASURES, ...APPOINTMENT_MEASURES].map(({ code }) => code)

/** Everything a number counts for as it stands. */
export const countsOfTicket = (one: CountedTicket): Count[] => countsBy(TICKET_MEASURES, one)

/** Everything an appointment counts for as it stands. */
export const countsOfAppointment = (one: CountedAppointment): Count[] => countsBy(APPOINTMENT_MEASURES, one)

function countsBy<T extends { readonly unitId: string; readonly day: Day }>(
  measures: readonly Measure<T>[],
  one: T,
): Count[] {
  return measures.flatMap(({ code: measure, of }) => {
    const value = of(one)
    return value === 0 ? [] : [{ measure, unitId: one.unitId, day: one.day, value }]
  })
}
