import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { keepAct, noMoreAwaited } from '../asking.ts'
import * as contract from '../contract.ts'
import { openComplaint } from '../opening.ts'
import { showComplaint } from '../showing.ts'

export const takeQuestionBack = operation(contract.takeQuestionBack, async (context, asked) => {
  const row = await openComplaint(context, contract.takeQuestionBack, asked)
  if (row.askedAt === null) throw new Problem('conflict', 'complaints/asked-no-more')
  const after = await noMoreAwaited(context, row, 'taken-back')
  await keepAct(context, row, 'take-back', context.actor)
  return showComplaint(context, after)
})
