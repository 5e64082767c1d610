import { operation } from '#server/operation.ts'
import { writeLetter as contract } from '../contract/letters.ts'
import { answersReceipt, keepLetter } from '../engine/letters.ts'
import { openTalk } from '../engine/open-talk.ts'

export const writeLetter = operation(contract, async (context, { caseId, text, fileIds }) => {
  const { tx, actor } = context
  const { row, unitId } = await openTalk(context, contract, caseId)
  const writer = { side: 'office' as const, writtenBy: actor.id, writtenByName: actor.name, unitId }
  const byReceipt = await answersReceipt(tx, row)
  return { letterId: await keepLetter(context, row, { ...writer, byReceipt }, { text, fileIds }) }
})
