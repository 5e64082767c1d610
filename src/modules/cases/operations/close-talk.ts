import { Problem } from '#kernel/problem.ts'
import { operation } from '#server/operation.ts'
import { closeTalk as contract } from '../contract/letters.ts'
import { NOTICES_TOPIC } from '../contract/watch.ts'
import { tellOfTalk } from '../engine/letters.ts'
import { openTalk } from '../engine/open-talk.ts'
import { endWaiting, readLetters } from '../store/letters.ts'

export const closeTalk = operation(contract, async (context, { caseId }) => {
  const { tx, now, announce } = context
  const { row } = await openTalk(context, contract, caseId)
  if (!(await endWaiting(tx, caseId))) throw new Problem('conflict', 'cases/nobody-waits')
  await readLetters(tx, caseId, { side: 'citizen' }, now)
  await announce(NOTICES_TOPIC)
  await tellOfTalk(context, row)
  return null
})
