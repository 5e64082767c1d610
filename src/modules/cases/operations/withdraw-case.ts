import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase } from '../engine/acting.ts'
import { withdraw } from '../engine/citizen.ts'
import { showCase } from '../engine/show.ts'

export const withdrawCase = operation(contract.withdrawCase, async (context, input) => {
  const opened = await openCase(context, contract.withdrawCase, 'withdraw', input)
  return showCase(context, await withdraw(context, opened, input.reason))
})
