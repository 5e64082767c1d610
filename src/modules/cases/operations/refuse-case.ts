import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { showCase } from '../engine/show.ts'

export const refuseCase = operation(contract.refuseCase, async (context, input) => {
  const opened = await openCase(context, contract.refuseCase, 'refuse', input)
  return showCase(context, await saveAct(context, opened, { act: 'refuse', details: { note: input.reason } }))
})
