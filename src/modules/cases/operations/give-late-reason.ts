import { Problem } from '#kernel/problem.ts'
import { findStep } from '#modules/procedures/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { requireLateReason } from '../engine/late.ts'
import { processOf } from '../engine/procedure.ts'
import { showCase } from '../engine/show.ts'

export const giveLateReason = operation(contract.giveLateReason, async (context, input) => {
  const opened = await openCase(context, contract.giveLateReason, 'give-late-reason', input)
  const { lateReason, stepId, note } = input
  await requireLateReason(context, lateReason)
  const { process } = await processOf(context.tx, opened.row)
  if (stepId !== null && !findStep(process, stepId)) throw new Problem('rule-broken', 'cases/not-an-earlier-step')
  const wish = { act: 'give-late-reason' as const, details: { note, lateReason, lateStep: stepId } }
  return showCase(context, await saveAct(context, opened, wish))
})
