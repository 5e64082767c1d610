import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { showCase } from '../engine/show.ts'
import { endPause } from '../store/parts.ts'

export const stopCase = operation(contract.stopCase, async (context, input) => {
  const opened = await openCase(context, contract.stopCase, 'stop', input)
  const { reason, decision, finance } = input
  const parts = () => endPause(context.tx, opened.row.id, context.now)
  const wish = { act: 'stop' as const, details: { note: reason, decision, finance } }
  return showCase(context, await saveAct(context, opened, wish, { parts }))
})
