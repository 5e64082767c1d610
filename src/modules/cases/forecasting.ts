import type { WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { workingMinutesBetween } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar, loadCalendars } from '#modules/calendar/index.ts'
import type { Tx } from '#server/db.ts'
import { type LogAct, type Stay, staysOf } from './domain/course.ts'
import { type Forecast, forecastFrom, type Look, survivalOf } from './domain/forecast.ts'
import { type CaseInCourse, type CourseRow, logsOf, readCourses } from './store/courses.ts'

/** Where an open case stands and what the past says of it. */
export type Foreseen = {
  readonly one: CaseInCourse
  readonly stays: readonly Stay[]
  readonly elapsed: number
  /** Working minutes until due; negative: late already. */
  readonly left: number | null
  readonly looks: readonly Look[]
  readonly forecast: Forecast | null
  readonly calendar: WorkingCalendar
}

/** Forecasts of cases, with three queries whatever their number. */
export async function foresee(tx: Tx, cases: readonly CaseInCourse[], now: Date): Promise<Foreseen[]> {
  if (cases.length === 0) return []
  const logs = await logsOf(
    tx,
    cases.map(({ id }) => id),
  )
  const courses = await readCourses(tx, {
    procedureCodes: [...new Set(cases.map(({ procedureCode }) => procedureCode))],
    fieldCodes: [...new Set(cases.map(({ fieldCode }) => fieldCode))],
  })
  const calendars = await loadCalendars(tx, [...new Set(cases.map(({ competentUnitId }) => competentUnitId))])
  const national = await loadCalendar(tx, null)
  return cases.map((one) =>
    foreseen(one, logs.get(one.id) ?? [], courses, calendars.get(one.competentUnitId) ?? national, now),
  )
}

function foreseen(
  one: CaseInCourse,
  log: readonly LogAct[],
  courses: readonly CourseRow[],
  calendar: WorkingCalendar,
  now: Date,
): Foreseen {
  const stays = staysOf(log, now, calendar)
  const elapsed = stays.at(-1)?.minutes ?? 0
  const whole = stays.reduce((sum, { minutes }) => sum + minutes, 0)
  const left = minutesLeft(one.dueAt, now, calendar)
  const stepId = stays.at(-1)?.stepId ?? '*'
  const own = courses.filter((row) => row.procedureCode === one.procedureCode && row.stepId === stepId)
  const field = courses.filter((row) => row.procedureCode === '' && row.fieldCode === one.fieldCode)
  const looks: Look[] = [
    { level: 'unit', survival: kept(own.filter(({ unitId }) => unitId === one.competentUnitId)), elapsed },
    { level: 'procedure', survival: kept(own), elapsed },
    { level: 'field', survival: kept(field), elapsed: whole },
  ]
  const forecast = left === null || left < 0 ? null : forecastFrom(looks, left)
  return { one, stays, elapsed, left, looks, forecast, calendar }
}

function kept(rows: readonly CourseRow[]) {
  const counts = new Map<number, number>()
  for (const { bucket, cases } of rows) counts.set(bucket, (counts.get(bucket) ?? 0) + cases)
  return survivalOf(counts)
}

function minutesLeft(dueAt: Date | null, now: Date, calendar: WorkingCalendar): number | null {
  if (dueAt === null) return null
  return dueAt >= now ? workingMinutesBetween(now, dueAt, calendar) : -workingMinutesBetween(dueAt, now, calendar)
}
