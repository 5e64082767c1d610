import { roundHalfUp } from '#kernel/number.ts'
import { officeMinute } from '#kernel/work-time/clock.ts'
import { type TimeUnit, WORKING_DAY_MINUTES } from '#kernel/work-time/term.ts'
import { type WorkingCalendar, workingMinutesBetween } from '#kernel/work-time/working-calendar.ts'

/** The units of the 766 index (DonViTinh): hours, days, working days, months. */
export const MEAN_UNITS = ['working-hours', 'calendar-days', 'working-days', 'months'] as const
export type MeanUnit = (typeof MEAN_UNITS)[number]

/** The unit in which a term is measured; what is due within the day is measured in hours. */
export function meanUnitOf(unit: TimeUnit): MeanUnit {
  return unit === 'in-day' ? 'working-hours' : unit
}

export type Settled = {
  readonly receivedAt: Date
  readonly endedAt: Date
  /** When the citizen was asked to supplement the file and had not done so: this time is not the unit's. */
  readonly waits: readonly { readonly from: Date; readonly to: Date }[]
}

const DAY_MINUTES = 1440
/** A month of the calendar, where a time is told in months. */
const MONTH_DAYS = 30

/** What a case took from receipt to its end, less what the citizen took to supplement the file, in the unit. */
export function timeTaken({ receivedAt, endedAt, waits }: Settled, unit: MeanUnit, calendar: WorkingCalendar): number {
  const minutes = (from: Date, to: Date) =>
    unit === 'working-hours' || unit === 'working-days'
      ? workingMinutesBetween(from, to, calendar)
      : officeMinute(to) - officeMinute(from)
  const waited = waits.reduce((sum, { from, to }) => {
    const [begin, end] = [from < receivedAt ? receivedAt : from, to > endedAt ? endedAt : to]
    return begin < end ? sum + minutes(begin, end) : sum
  }, 0)
  return Math.max(0, minutes(receivedAt, endedAt) - waited) / MINUTES[unit]
}

const MINUTES: Readonly<Record<MeanUnit, number>> = {
  'working-hours': 60,
  'working-days': WORKING_DAY_MINUTES,
  'calendar-days': DAY_MINUTES,
  months: MONTH_DAYS * DAY_MINUTES,
}

/** 2.2: the sum of the times ÷ the cases, both kept; rounded to two decimals where it is shown, never before. */
export function meanTime(times: { readonly sum: number; readonly cases: number }): number | null {
  return times.cases === 0 ? null : roundHalfUp(times.sum / times.cases, 2)
}
