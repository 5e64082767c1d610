import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { arrival } from '../engine/arrival.ts'
import { stillAssignable } from '../engine/assignee.ts'
import { processOf } from '../engine/procedure.ts'
import { showCase } from '../engine/show.ts'
import { stepsBehind } from '../engine/steps.ts'
import { listLastHolder } from '../store/cases.ts'

export const sendBackCase = operation(contract.sendBackCase, async (context, input) => {
  const opened = await openCase(context, contract.sendBackCase, 'send-back', input)
  const { row } = opened
  const { process } = await processOf(context.tx, row)
  const step = stepsBehind(process, row).find(({ id }) => id === input.stepId)
  if (!step) throw new Problem('rule-broken', 'cases/not-an-earlier-step')
  // Back to whoever had it at that step: the unit that was chosen then, the person who worked on it.
  const last = await listLastHolder(context.tx, row.id, step.id)
  const given = { unitId: last?.unitId ?? row.competentUnitId, note: input.reason }
  const { toUnitId, stepDueAt, opinions, ask } = await arrival(context, opened, step, given)
  const assignee = await stillAssignable(context, last?.assignee ?? null, toUnitId)
  const details = { note: input.reason, assignee, stepDueAt, ...opinions }
  const wish = { act: 'send-back' as const, toUnitId, toStep: step.id, details }
  return showCase(context, await saveAct(context, opened, wish, { parts: ask }))
})
