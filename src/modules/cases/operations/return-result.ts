import type { z } from 'zod'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { type Acting, type Opened, openCase, saveAct } from '../engine/acting.ts'
import { processOf } from '../engine/procedure.ts'
import { showCase } from '../engine/show.ts'
import { endOf } from '../engine/steps.ts'

export const returnResult = operation(contract.returnResult, async (context, input) => {
  const opened = await openCase(context, contract.returnResult, 'return', input)
  return showCase(context, await giveBack(context, opened, input))
})

type Given = Pick<z.output<typeof contract.returnResult.input>, 'way' | 'receiver' | 'note'>

/** Gives the result to the citizen. Fees that are due hold it back, lateness never does. */
export async function giveBack(context: Acting, opened: Opened, { way, receiver, note }: Given) {
  const { process } = await processOf(context.tx, opened.row)
  return saveAct(context, opened, {
    act: 'return',
    toStep: endOf(process)?.id ?? opened.row.stepId,
    details: { way, receiver, note },
  })
}
