import { operation } from '#server/operation.ts'
import { markLettersRead as contract } from '../contract/letters.ts'
import { caseTopic } from '../contract/shapes.ts'
import { openTalk } from '../engine/open-talk.ts'
import { readLetters } from '../store/letters.ts'

export const markLettersRead = operation(contract, async (context, { caseId }) => {
  await openTalk(context, contract, caseId)
  const marked = await readLetters(context.tx, caseId, { side: 'citizen' }, context.now)
  if (marked > 0) {
    await context.announce(caseTopic(caseId))
    await context.emit('cases.letters-read', { caseId, side: 'citizen' })
  }
  return { marked }
})
