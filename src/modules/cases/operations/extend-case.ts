import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { calendarOf } from '../engine/calendar.ts'
import { isWorkingMoment } from '../engine/due.ts'
import { requireLateReason } from '../engine/late.ts'
import { showCase } from '../engine/show.ts'

export const extendCase = operation(contract.extendCase, async (context, input) => {
  const opened = await openCase(context, contract.extendCase, 'extend', input)
  const { reason, lateReason } = input
  const newDueAt = new Date(Math.floor(Date.parse(input.newDueAt) / 60_000) * 60_000)
  const calendar = await calendarOf(context.tx, opened.row.competentUnitId)
  if (!isWorkingMoment(newDueAt, calendar)) throw new Problem('rule-broken', 'cases/not-working-time')
  await requireLateReason(context, lateReason)
  const details = { note: reason, lateReason, dueAt: newDueAt.toISOString() }
  const due = { kind: 'extension' as const, reason }
  return showCase(context, await saveAct(context, opened, { act: 'extend', details }, { due }))
})
