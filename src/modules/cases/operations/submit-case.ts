import { requireScope } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { takeIn } from '../engine/intake.ts'
import { showCase } from '../engine/show.ts'

export const submitCase = operation(contract.submitCase, async (context, input) => {
  const { competentUnitId } = input
  await requireScope(context, contract.submitCase.permission, competentUnitId)
  const row = await takeIn(context, {
    ...input,
    act: 'submit',
    receivedUnitId: competentUnitId,
    missingReason: '',
    at: context.now,
  })
  return showCase(context, row)
})
