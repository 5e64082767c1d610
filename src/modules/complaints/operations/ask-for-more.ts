import { operation } from '#server/operation.ts'
import { ask } from '../asking.ts'
import * as contract from '../contract.ts'
import { openComplaint } from '../opening.ts'
import { showComplaint } from '../showing.ts'

export const askForMore = operation(contract.askForMore, async (context, { question, ...asked }) => {
  const row = await openComplaint(context, contract.askForMore, asked)
  return showComplaint(context, await ask(context, row, question))
})
