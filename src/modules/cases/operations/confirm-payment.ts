import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { endedPause, settlesAll } from '../engine/pause.ts'
import { showCase } from '../engine/show.ts'

export const confirmPayment = operation(contract.confirmPayment, async (context, input) => {
  const opened = await openCase(context, contract.confirmPayment, 'confirm-payment', input)
  const { amountVnd, online, reference } = input
  const pause = settlesAll(opened, amountVnd)
    ? await endedPause(context, opened, reference)
    : { details: {}, around: {} }
  const details = { amountVnd, online, reference, ...pause.details }
  return showCase(context, await saveAct(context, opened, { act: 'confirm-payment', details }, pause.around))
})
