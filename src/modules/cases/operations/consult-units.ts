import { numberFromDay } from '#kernel/calendar.ts'
import { instantOf } from '#kernel/work-time/clock.ts'
import { closingOf } from '#kernel/work-time/working-calendar.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { ask, question } from '../engine/arrival.ts'
import { calendarOf } from '../engine/calendar.ts'
import { showCase } from '../engine/show.ts'
import { standingUnit } from '../engine/units.ts'

export const consultUnits = operation(contract.consultUnits, async (context, input) => {
  const opened = await openCase(context, contract.consultUnits, 'consult', input)
  const { row } = opened
  const { tx, now } = context
  const structure = await loadStructure(tx)
  const unitIds = [...new Set(input.unitIds)]
  for (const unitId of unitIds) standingUnit(structure, unitId, now)
  const calendar = await calendarOf(tx, row.competentUnitId)
  // By the close of the day.
  const dueAt = input.dueOn ? instantOf(closingOf(numberFromDay(input.dueOn), calendar)).toISOString() : null
  const rows = unitIds.map((unitId) =>
    question(context, row.id, { stepId: row.stepId ?? '', unitId, question: input.question, dueAt }),
  )
  const details = { note: input.question, opinions: rows.map(({ id }) => id) }
  const parts = () => ask(context, rows)
  return showCase(context, await saveAct(context, opened, { act: 'consult', details }, { parts }))
})
