import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { reckon } from '../engine/due.ts'
import { processOf } from '../engine/procedure.ts'
import { showCase } from '../engine/show.ts'
import { findLastWorkingStep } from '../store/cases.ts'
import { revokeResults } from '../store/parts.ts'

export const reopenCase = operation(contract.reopenCase, async (context, input) => {
  const opened = await openCase(context, contract.reopenCase, 'reopen', input)
  const { row } = opened
  const { tx, now } = context
  const { process } = await processOf(tx, row)
  const later = new Set(process.nodes.filter(({ kind }) => kind === 'return' || kind === 'end').map(({ id }) => id))
  // Back to where it stood before it ended, with whoever decides.
  const before = row.stepId !== null && later.has(row.stepId) ? await findLastWorkingStep(tx, row.id, [...later]) : null
  const toStep = before?.stepId ?? row.stepId
  const deadline = await reckon(context, row)
  const details = {
    note: input.reason,
    ...(deadline && { dueAt: deadline.dueAt?.toISOString() ?? null }),
  }
  const wish = { act: 'reopen' as const, toStep, toUnitId: before?.unitId ?? row.unitId, details }
  const around = { parts: () => revokeResults(tx, row.id, now), due: { kind: 'reopen' as const, reason: input.reason } }
  return showCase(context, await saveAct(context, opened, wish, around))
})
