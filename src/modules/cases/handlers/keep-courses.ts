import { loadCalendar } from '#modules/calendar/index.ts'
import type { Handler } from '#server/events.ts'
import { minutesToEnd, staysOf } from '../domain/course.ts'
import { bucketOf } from '../domain/forecast.ts'
import { addCourse, findCaseInCourse, logsOf } from '../store/courses.ts'
import { Acted } from './queue-messages.ts'

/** A decided case is counted into how long cases of its kind take. One that was reopened is counted as it ended first, and not again. */
export const keepCourses: Handler = {
  name: 'cases.keep-courses',
  on: 'cases.acted',
  async run({ tx }, payload) {
    const { caseId, act } = Acted.parse(payload)
    if (act !== 'decide') return
    const one = await findCaseInCourse(tx, caseId)
    const log = (await logsOf(tx, [caseId])).get(caseId) ?? []
    const end = log.find((entry) => entry.act === 'decide')
    if (!one || !end || log.some((entry) => entry.act === 'reopen')) return
    const stays = staysOf(log, end.at, await loadCalendar(tx, one.competentUnitId))
    const buckets = [...minutesToEnd(stays)].map(([step, minutes]) => [step, bucketOf(minutes)] as const)
    await addCourse(tx, one, new Map(buckets))
  },
}
