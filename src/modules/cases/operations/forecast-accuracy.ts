import { workingMinutesBetween } from '#kernel/work-time/working-calendar.ts'
import { loadCalendar, loadCalendars } from '#modules/calendar/index.ts'
import { operation } from '#server/operation.ts'
import { forecastAccuracy as contract } from '../contract/forecast.ts'
import { minutesToEnd, type Stay, staysOf } from '../domain/course.ts'
import { firesAt } from '../domain/escalation.ts'
import { accuracyOf, forecastFrom, type Judged, type Look, survivalOfSamples } from '../domain/forecast.ts'
import { type Ended, listEnded, logsOf } from '../store/courses.ts'

const DAY_MS = 86_400_000
/** Cases of the last half year, so many at most. */
const [SPAN_MS, MOST] = [183 * DAY_MS, 1000]
const ONE_DAY = { moment: 'before-due', amount: 1, timeUnit: 'working-days' } as const

type Past = {
  readonly one: Ended
  readonly at: Date
  readonly stays: readonly Stay[]
  readonly left: number
  readonly ends: ReadonlyMap<string, number>
}

export const forecastAccuracy = operation(contract, async ({ tx, now }) => {
  const ended = await listEnded(tx, { since: new Date(now.getTime() - SPAN_MS), most: MOST })
  const logs = await logsOf(
    tx,
    ended.map(({ id }) => id),
  )
  const calendars = await loadCalendars(tx, [...new Set(ended.map(({ competentUnitId }) => competentUnitId))])
  const national = await loadCalendar(tx, null)
  const past = ended.map((one): Past => {
    const calendar = calendars.get(one.competentUnitId) ?? national
    const log = logs.get(one.id) ?? []
    const at = firesAt(one.promisedAt, ONE_DAY, calendar)
    return {
      one,
      at,
      stays: staysOf(log, at, calendar),
      left: workingMinutesBetween(at, one.promisedAt, calendar),
      ends: minutesToEnd(staysOf(log, one.endedAt, calendar)),
    }
  })
  // Only those that were open then can have been foretold.
  const looked = past.filter(({ one, at }) => one.receivedAt <= at && at < one.endedAt)
  const judged = looked.flatMap((one) => judge(one, past))
  return { looked: looked.length, unsaid: looked.length - judged.length, accuracy: accuracyOf(judged) }
})

/** What would have been said of a case, from the cases that had ended before that moment and from nothing later. */
function judge({ one, at, stays, left }: Past, past: readonly Past[]): Judged[] {
  const stay = stays.at(-1)
  const step = stay?.stepId ?? '*'
  const known = past.filter((other) => other.one.endedAt < at)
  const own = known.filter((other) => other.one.procedureCode === one.procedureCode)
  const survival = (of: readonly Past[], stepId: string) =>
    survivalOfSamples(of.flatMap(({ ends }) => ends.get(stepId) ?? []))
  const elapsed = stay?.minutes ?? 0
  const looks: Look[] = [
    {
      level: 'unit',
      survival: survival(
        own.filter((other) => other.one.competentUnitId === one.competentUnitId),
        step,
      ),
      elapsed,
    },
    { level: 'procedure', survival: survival(own, step), elapsed },
    {
      level: 'field',
      survival: survival(
        known.filter((other) => other.one.fieldCode === one.fieldCode),
        '*',
      ),
      elapsed: stays.reduce((sum, { minutes }) => sum + minutes, 0),
    },
  ]
  const said = forecastFrom(looks, left)
  return said ? [{ probability: said.late / Math.max(1, said.ofCases), late: one.endedAt > one.promisedAt }] : []
}
