import type { z } from 'zod'
import { addDays, type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { isWorkingDay, type WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { type Context, operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import type { CaseRow } from '../domain/case.ts'
import { calendarOf } from '../engine/calendar.ts'
import { takeIn } from '../engine/intake.ts'
import { showCase } from '../engine/show.ts'

export const receiveNewCase = operation(contract.receiveNewCase, async (context, input) =>
  showCase(context, await receiveNew(context, input)),
)

/**
 * Receives a case at once, in the transaction of the caller, whose permission is that of this operation. Throws each refusal, and has then
 * written nothing that the caller may keep.
 */
export async function receiveNew(
  context: Context,
  input: z.output<typeof contract.receiveNewCase.input>,
): Promise<CaseRow> {
  const { receivedUnitId, competentUnitId = receivedUnitId } = input
  await requireScope(context, contract.receiveNewCase.permission, receivedUnitId)
  const at = input.receivedAt === undefined ? context.now : new Date(input.receivedAt)
  requireRecent(at, context.now, await calendarOf(context.tx, receivedUnitId))
  return takeIn(context, { ...input, act: 'receive', receivedUnitId, competentUnitId, at })
}

/** A case may be entered later than it was handed in: up to the last working day but one, never ahead of time. */
function requireRecent(at: Date, now: Date, calendar: WorkingCalendar): void {
  if (at > now) throw new Problem('rule-broken', 'cases/received-in-future')
  const earliest = workingDayBefore(workingDayBefore(dayAt(now), calendar), calendar)
  if (dayAt(at) < earliest)
    throw new Problem('rule-broken', 'cases/received-too-long-ago', '', { values: { earliest } })
}

function workingDayBefore(day: Day, calendar: WorkingCalendar): Day {
  let before = addDays(day, -1)
  while (!isWorkingDay(before, calendar)) before = addDays(before, -1)
  return before
}
