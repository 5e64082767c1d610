import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { showCase } from '../engine/show.ts'

export const checkCase = operation(contract.checkCase, async (context, input) => {
  const opened = await openCase(context, contract.checkCase, 'check', input)
  const details = { note: input.note, checked: input.papers }
  return showCase(context, await saveAct(context, opened, { act: 'check', details }))
})
