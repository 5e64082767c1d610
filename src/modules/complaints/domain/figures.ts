import { type Day, dayAt } from '#kernel/calendar.ts'
import { onTime } from '#kernel/work-time/deadline.ts'
import type { ComplaintState, OUTCOMES, Topic } from './complaint.ts'

/** What counting looks at. */
export type Counted = {
  readonly topic: Topic
  readonly state: ComplaintState
  readonly outcome: (typeof OUTCOMES)[number] | null
  readonly filedAt: Date
  readonly dueAt: Date
  readonly answeredAt: Date | null
}
type When = (one: Counted) => boolean
type Figure = {
  readonly code: string
  readonly vi: string
  readonly en: string
  /** Counted on the day it was filed, or on the day it was answered or refused. */
  readonly on: 'filed' | 'ended'
  readonly when: When
}

const inTime: When = ({ answeredAt, dueAt }) => answeredAt !== null && onTime(answeredAt, { dueAt })
const isAnswered: When = ({ state }) => state === 'answered'
const figure = (on: Figure['on'], code: string, vi: string, en: string, when: When = () => true): Figure => ({
  code: `complaints_${code}`,
  vi,
  en,
  on,
  when,
})

/** Each complaint counts once for each of these that holds, at the unit that has it. */
export const FIGURES: readonly Figure[] = [
  figure('filed', 'received', 'Phản ánh, kiến nghị tiếp nhận', 'Complaints received'),
  figure(
    'filed',
    'on_rules_or_conduct',
    'Phản ánh, kiến nghị về quy định hoặc hành vi',
    'Complaints about rules or conduct',
    ({ topic }) => topic === 'rules' || topic === 'conduct',
  ),
  figure('ended', 'ended', 'Phản ánh, kiến nghị đã xử lý', 'Complaints answered or refused'),
  figure(
    'ended',
    'ended_in_time',
    'Phản ánh, kiến nghị đã xử lý đúng hạn',
    'Complaints answered or refused in time',
    inTime,
  ),
  figure('ended', 'answered', 'Phản ánh, kiến nghị đã trả lời', 'Complaints answered', isAnswered),
  figure(
    'ended',
    'answered_in_time',
    'Phản ánh, kiến nghị trả lời đúng hạn',
    'Complaints answered in time',
    (one) => isAnswered(one) && inTime(one),
  ),
  figure(
    'ended',
    'answered_late',
    'Phản ánh, kiến nghị trả lời muộn',
    'Complaints answered late',
    (one) => isAnswered(one) && !inTime(one),
  ),
  figure(
    'ended',
    'found_right',
    'Phản ánh, kiến nghị đúng hoặc đúng một phần',
    'Complaints found right or partly right',
    (one) => isAnswered(one) && one.outcome !== 'not-right',
  ),
  figure(
    'ended',
    'refused',
    'Phản ánh, kiến nghị từ chối tiếp nhận',
    'Complaints refused',
    ({ state }) => state === 'refused',
  ),
]

/** What a complaint counts for as it stands: each measure with the day. */
export function countsOf(one: Counted): readonly { readonly measure: string; readonly day: Day }[] {
  return FIGURES.flatMap(({ code, on, when }) => {
    const at = on === 'filed' ? one.filedAt : one.answeredAt
    return at !== null && when(one) ? [{ measure: code, day: dayAt(at) }] : []
  })
}

const FROM = '1990-01-01'

/** The measures as the indicators module defines them, there from the first day of any installation. */
export const MEASURE_DEFINITIONS = FIGURES.map(({ code, vi, en }) => ({
  code,
  name: { vi, en },
  unit: { vi: 'phản ánh', en: 'complaint' },
  nature: 'flow' as const,
  source: 'counted' as const,
  topic: 'feedback',
  validFrom: FROM,
}))

const GROUP = { code: 'PA', name: { vi: 'Phản ánh, kiến nghị', en: 'Complaints' } }
export const INDICATOR_DEFINITIONS = [
  {
    code: 'PA.01',
    group: GROUP,
    name: { vi: 'Tỷ lệ phản ánh, kiến nghị xử lý đúng hạn', en: 'Complaints answered or refused in time' },
    numerator: '[complaints_ended_in_time]',
    denominator: '[complaints_ended]',
    validFrom: FROM,
  },
  {
    // decision-766, 5.1.
    code: 'PA.02',
    group: GROUP,
    name: { vi: 'Tỷ lệ phản ánh, kiến nghị về quy định, hành vi', en: 'Complaints about rules or conduct' },
    numerator: '[complaints_on_rules_or_conduct]',
    denominator: '[complaints_received]',
    validFrom: FROM,
  },
]
