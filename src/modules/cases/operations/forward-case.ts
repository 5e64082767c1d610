import { Problem } from '#kernel/problem.ts'
import { loadStructure } from '#modules/organisation/index.ts'
import type { ProcessNode } from '#modules/procedures/contract.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Acting, type Opened, openCase, saveAct } from '../engine/acting.ts'
import { arrival } from '../engine/arrival.ts'
import { assigneeOf } from '../engine/assignee.ts'
import { processOf, versionOf } from '../engine/procedure.ts'
import { isConsulting, showCase } from '../engine/show.ts'
import { stepsAhead } from '../engine/steps.ts'
import { standingUnit } from '../engine/units.ts'
import { listWaitingOpinions } from '../store/parts.ts'

export const forwardCase = operation(contract.forwardCase, async (context, input) => {
  const opened = await openCase(context, contract.forwardCase, 'forward', input)
  return showCase(context, await forward(context, opened, input))
})

type Given = {
  readonly stepId?: string | undefined
  readonly unitId?: string | undefined
  readonly assigneeId?: string | undefined
  readonly note: string
}

/** Hands a case on to the next step: where the conditions lead, or another way out with the reason. */
export async function forward(context: Acting, opened: Opened, given: Given) {
  const { row } = opened
  const { tx, now } = context
  const { process } = await processOf(tx, row)
  if (isConsulting(process, row)) await requireAnswered(context, opened)
  const step = chosenStep(stepsAhead(process, row, (await versionOf(tx, row)).content.questions), given)
  if (given.unitId !== undefined) standingUnit(await loadStructure(tx), given.unitId, now)
  const { toUnitId, stepDueAt, opinions, ask } = await arrival(context, opened, step, given)
  const assignee = given.assigneeId === undefined ? null : await assigneeOf(context, given.assigneeId, toUnitId)
  return saveAct(
    context,
    opened,
    { act: 'forward', toUnitId, toStep: step.id, details: { note: given.note, assignee, stepDueAt, ...opinions } },
    { parts: ask },
  )
}

function chosenStep(steps: readonly ProcessNode[], { stepId, note }: Given): ProcessNode {
  const [usual] = steps
  const step = stepId === undefined ? usual : steps.find(({ id }) => id === stepId)
  if (!step) throw new Problem('rule-broken', stepId === undefined ? 'cases/no-next-step' : 'cases/not-a-next-step')
  if (step !== usual && note === '') throw new Problem('rule-broken', 'cases/reason-needed')
  return step
}

async function requireAnswered({ tx }: Acting, { row }: Opened): Promise<void> {
  const waiting = await listWaitingOpinions(tx, row.id)
  if (waiting.length > 0)
    throw new Problem('rule-broken', 'cases/opinions-waiting', '', { values: { count: waiting.length } })
}
