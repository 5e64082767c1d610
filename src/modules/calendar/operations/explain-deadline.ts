import { Problem } from '#kernel/problem.ts'
import { instantOf, minuteOfText, officeMinute, officeText } from '#kernel/work-time/clock.ts'
import { deadlineOf, type Pause } from '#kernel/work-time/deadline.ts'
import { traceSentences } from '#kernel/work-time/words.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { loadCalendar } from '../store/calendar.ts'

/** Counts a deadline that belongs to nothing, for whoever wants to see how it is done. */
export const explainDeadline = operation(contract.explainDeadline, async ({ tx }, input) => {
  const { unitId, term } = input
  if (unitId !== null && !(await loadStructure(tx)).byUnit.has(unitId))
    throw new Problem('not-found', 'calendar/unit-not-found', 'There is no such unit.')
  const calendar = await loadCalendar(tx, unitId)
  const pauses = input.pauses.map(({ from, to, reason }): Pause => {
    if (to !== null && to < from)
      throw new Problem('rule-broken', 'calendar/wrong-pause', 'A pause ends after it begins.')
    return { from: at(from), to: to === null ? null : at(to), reason }
  })
  const extensions = input.extensions.map((one) => ({ ...one, at: at(one.at), dueAt: null }))
  const deadline = deadlineOf({ receivedAt: at(input.receivedAt), term, pauses, extensions }, calendar)
  const { dueAt, remainingMinutes, unconfirmed, trace } = deadline
  return {
    dueAt: dueAt && officeText(officeMinute(dueAt)),
    remainingMinutes,
    unconfirmed,
    trace: [...trace],
    sentences: { vi: [...traceSentences(trace, 'vi')], en: [...traceSentences(trace, 'en')] },
  }
})

const at = (time: string) => instantOf(minuteOfText(time))
