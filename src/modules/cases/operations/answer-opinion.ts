import { Problem } from '#kernel/problem.ts'

import { operation } from '#server/operation.ts'
import { requireCheckedFiles } from '../checked-files.ts'
import * as contract from '../contract.ts'
import { openCase, saveAct } from '../engine/acting.ts'
import { showCase } from '../engine/show.ts'
import { findOpinion, updateOpinion } from '../store/parts.ts'

export const answerOpinion = operation(contract.answerOpinion, async (context, input) => {
  const { tx, now, actor } = context
  const { opinionId, answer, agrees, fileId } = input
  // Who may answer depends on who was asked.
  const opinion = await findOpinion(tx, input.caseId, opinionId)
  const over = opinion ? [opinion.unitId] : undefined
  const opened = await openCase(context, contract.answerOpinion, 'answer-opinion', input, over)
  if (!opinion || opinion.answeredAt !== null || opinion.withdrawnAt !== null)
    throw new Problem('conflict', 'cases/opinion-not-waiting')
  if (fileId !== null) await requireCheckedFiles(tx, [fileId], actor)
  const by = { answeredAt: now, answeredBy: actor.id, answeredByName: actor.name }
  const parts = () => updateOpinion(tx, opinionId, { answer, agrees, fileId, ...by })
  const wish = { act: 'answer-opinion' as const, details: { note: answer, opinions: [opinionId] } }
  return showCase(context, await saveAct(context, opened, wish, { parts }))
})
