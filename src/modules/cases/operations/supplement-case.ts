import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase } from '../engine/acting.ts'
import { supplement } from '../engine/citizen.ts'
import { showCase } from '../engine/show.ts'

export const supplementCase = operation(contract.supplementCase, async (context, input) => {
  const opened = await openCase(context, contract.supplementCase, 'supplement', input)
  return showCase(context, await supplement(context, opened, input))
})
