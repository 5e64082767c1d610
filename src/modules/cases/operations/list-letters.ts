import { operation } from '#server/operation.ts'
import { listLetters as contract } from '../contract/letters.ts'
import { readCase } from '../engine/acting.ts'
import { answersReceipt, lettersOf, mayTalk, unitToAnswerFor } from '../engine/letters.ts'
import { findWaiting } from '../store/letters.ts'

export const listLetters = operation(contract, async (context, { caseId, after, limit }) => {
  const { tx, now } = context
  const row = await readCase(context, contract, caseId)
  const mayAnswer = (await unitToAnswerFor(context, row)) !== undefined
  return {
    ...(await lettersOf(context, caseId, { after, limit })),
    waiting: (await findWaiting(tx, caseId)) ?? null,
    mayWrite: mayAnswer && (await mayTalk(tx, row, now)),
    answersReceipt: await answersReceipt(tx, row),
  }
})
